import type { JSX } from "hono/jsx/jsx-runtime";
import type { VisitResult } from "../../results/index.js";
import { IntervalTable } from "../charts/interval-table.js";
import { pairTone } from "../verdict.js";
import type { View } from "../view.js";
import { RatioWarning } from "./effect.js";
import { slotTexts } from "./texts.js";

/** How far visits got with each variant, and how the variants differ. */
export function Variants({ view, visits }: { view: View; visits: VisitResult }): JSX.Element {
  const text = slotTexts[view.language];
  const { sampleRatio, late } = visits;
  const rows = (key: "goal" | "clicked" | "seen"): Parameters<typeof IntervalTable>[0]["rows"] =>
    visits.rates.map((rate, index) => ({ name: visits.names[index] ?? "", result: rate[key] }));
  return (
    <section class="panel">
      <h2>{text.variantsTitle}</h2>
      {sampleRatio?.mismatch && (
        <RatioWarning view={view} ratio={sampleRatio} group={0} name={visits.names[0] ?? ""} />
      )}
      <h3>{text.goalTitle}</h3>
      <p>
        {text.goalLead}
        {late !== undefined && ` ${text.late(view.count(late))}`}
      </p>
      <IntervalTable view={view} heading={text.variant} rows={rows("goal")} />
      <Differences view={view} visits={visits} />
      <h3>{text.clickedTitle}</h3>
      <p>{text.clickedLead}</p>
      <IntervalTable view={view} heading={text.variant} rows={rows("clicked")} />
      <h3>{text.seenTitle}</h3>
      <p>{text.seenLead}</p>
      <IntervalTable view={view} heading={text.variant} rows={rows("seen")} />
    </section>
  );
}

function Differences({
  view,
  visits: { differences, names, sampleRatio },
}: {
  view: View;
  visits: VisitResult;
}): JSX.Element {
  const text = slotTexts[view.language];
  if (differences.length === 0) return <></>;
  const rows = differences.map(({ variant, other, goal }) => ({
    name: `${names[variant] ?? ""} − ${names[other] ?? ""}`,
    result: goal,
  }));
  return (
    <>
      <h3>{text.differencesTitle}</h3>
      <p>{text.differencesLead}</p>
      <IntervalTable
        {...{ view, heading: text.pair, rows, of: "difference" }}
        toneOf={sampleRatio?.mismatch ? () => "calm" : pairTone}
      />
    </>
  );
}
