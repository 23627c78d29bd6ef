import type { JSX } from "hono/jsx/jsx-runtime";
import type { Result, SampleRatio } from "../../estimate/index.js";
import { IntervalTable } from "../charts/interval-table.js";
import { Legend } from "../charts/legend.js";
import { findingOf, verdictOf } from "../verdict.js";
import type { View } from "../view.js";
import type { SlotProps } from "./props.js";
import { slotTexts, type SlotTexts } from "./texts.js";

/** What offering the slot does, from the two groups that chance made. */
export function Effect({ view, slot }: SlotProps): JSX.Element {
  const text = slotTexts[view.language];
  const { uplift } = slot;
  if (!uplift) return <p class="empty">{text.upliftNone}</p>;
  const { holdout, offered, difference, sampleRatio } = uplift;
  const { tone } = findingOf(slot);
  const note = (n: number): string => `${view.count(n)} ${view.text.answers}`;
  const arms = [
    { name: text.offered, note: note(offered.n), result: offered.goal },
    { name: text.heldOut, note: note(holdout.n), result: holdout.goal },
  ];
  const names = `${text.offered} − ${text.heldOut.toLowerCase()}`;
  return (
    <section class="panel">
      <h2>{text.upliftTitle}</h2>
      <p>{text.upliftLead}</p>
      {sampleRatio?.mismatch ? (
        <RatioWarning view={view} ratio={sampleRatio} group={0} name={text.heldOut} />
      ) : (
        <p class={`verdict ${tone}`}>{sentenceOf(text, difference)}</p>
      )}
      <IntervalTable
        view={view}
        heading={text.effect}
        rows={[{ name: view.text.difference, note: names, result: difference }]}
        of="difference"
        toneOf={() => tone}
      />
      <IntervalTable view={view} heading={text.group} rows={arms} />
      <Legend view={view} />
    </section>
  );
}

function sentenceOf(text: SlotTexts, difference: Result): string {
  const verdict = verdictOf(difference);
  if (verdict !== "none" || difference.state !== "ok") return text[verdict];
  return difference.low > 0 || difference.high < 0 ? text.hint : text.none;
}

interface RatioProps {
  view: View;
  ratio: SampleRatio;
  /** The group whose share is named. */
  group: number;
  name: string;
}

/** Groups of the wrong size: something is broken, and so are all comparisons. */
export function RatioWarning({ view, ratio, group, name }: RatioProps): JSX.Element {
  const share = (shares: readonly number[]): string => view.percent(shares[group] ?? 0);
  return (
    <p class="warning" role="alert">
      {slotTexts[view.language].ratio(`${name} ${share(ratio.observed)}`, share(ratio.expected))}
    </p>
  );
}
