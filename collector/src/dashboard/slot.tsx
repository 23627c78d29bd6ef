import type { JSX } from "hono/jsx/jsx-runtime";
import { dayText, type SlotResult, type VisitResult } from "../results/index.js";
import { IntervalTable } from "./interval-table.js";
import { Details, Facts, Versions } from "./slot-parts.js";
import type { View } from "./view.js";

interface SlotProps {
  view: View;
  slot: SlotResult;
}

/** Everything about one slot: its effect, its variants, every cell, and how to read it. */
export function SlotPage({ view, slot }: SlotProps): JSX.Element {
  const { text } = view;
  return (
    <>
      <p class="back">
        <a href={view.link("./")}>← {text.back}</a>
      </p>
      <h1>{slot.slot}</h1>
      <Facts view={view} slot={slot} />
      <Period view={view} slot={slot} />
      <Effect view={view} slot={slot} />
      {slot.visits && <Variants view={view} visits={slot.visits} />}
      {slot.visits && <Details view={view} visits={slot.visits} />}
      {slot.visits && slot.visits.reading.versions.length > 1 && <Versions view={view} slot={slot} />}
      <section class="read">
        <h2>{text.readTitle}</h2>
        {text.read.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </section>
    </>
  );
}

function Period({ view, slot }: SlotProps): JSX.Element {
  const { text } = view;
  const period = (slot.visits?.reading ?? slot.uplift?.reading)?.period ?? { from: 0, to: 0 };
  const hash = slot.visits?.reading.question.hash;
  return (
    <form class="period" method="get" action="slot">
      <input type="hidden" name="site" value={slot.site} />
      <input type="hidden" name="name" value={slot.slot} />
      <input type="hidden" name="lang" value={view.language} />
      {hash !== undefined && <input type="hidden" name="hash" value={hash} />}
      <label>
        {text.from} <input type="date" name="from" value={dayText(period.from)} />
      </label>
      <label>
        {text.to} <input type="date" name="to" value={dayText(period.to)} />
      </label>
      <button>{text.show}</button>
    </form>
  );
}

function Effect({ view, slot }: SlotProps): JSX.Element {
  const { text } = view;
  const { uplift } = slot;
  if (!uplift) return <p class="note">{text.upliftNone}</p>;
  const { holdout, offered, difference } = uplift;
  const note = (n: number): string => `${view.count(n)} ${text.answers}`;
  const arms = [
    { name: text.offered, note: note(offered.n), result: offered.goal },
    { name: text.heldOut, note: note(holdout.n), result: holdout.goal },
  ];
  return (
    <section class="panel">
      <h2>{text.upliftTitle}</h2>
      <p>{text.upliftLead}</p>
      <p class="verdict">{verdictOf(view, difference)}</p>
      <IntervalTable view={view} heading={text.group} rows={arms} />
      <IntervalTable
        view={view}
        heading={text.upliftShort}
        rows={[
          {
            name: text.difference,
            note: `${text.offered} − ${text.heldOut.toLowerCase()}`,
            result: difference,
          },
        ]}
        tone="difference"
      />
    </section>
  );
}

function verdictOf({ text }: View, result: NonNullable<SlotResult["uplift"]>["difference"]): string {
  if (result.state !== "ok") return text.notEnoughLead;
  if (result.low > 0) return text.above;
  return result.high < 0 ? text.below : text.around;
}

function Variants({ view, visits }: { view: View; visits: VisitResult }): JSX.Element {
  const { text } = view;
  const kinds = [
    { key: "goal", title: text.goalTitle, lead: text.goalLead },
    { key: "clicked", title: text.clickedTitle, lead: text.clickedLead },
    { key: "seen", title: text.seenTitle, lead: text.seenLead },
  ] as const;
  const name = (variant: number): string => visits.names[variant] ?? "";
  const pairs = visits.differences.map(({ variant, other, goal }) => ({
    name: `${name(variant)} − ${name(other)}`,
    result: goal,
  }));
  return (
    <>
      {kinds.map(({ key, title, lead }) => (
        <section class="panel">
          <h2>{title}</h2>
          <p>{lead}</p>
          <IntervalTable
            view={view}
            heading={text.variant}
            rows={visits.rates.map((rate, index) => ({ name: name(index), result: rate[key] }))}
          />
        </section>
      ))}
      {pairs.length > 0 && (
        <section class="panel">
          <h2>{text.differencesTitle}</h2>
          <p>{text.differencesLead}</p>
          <IntervalTable view={view} heading={text.pair} rows={pairs} tone="difference" />
        </section>
      )}
    </>
  );
}
