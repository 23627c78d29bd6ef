import type { JSX } from "hono/jsx/jsx-runtime";
import type { Result } from "../../estimate/index.js";
import type { View } from "../view.js";
import { Bar, type Tone } from "./bar.js";
import { evenScale, scaleOf, widest, type Scale } from "./scale.js";

interface Row {
  readonly name: string;
  readonly note?: string | undefined;
  readonly result: Result;
}

interface TableProps {
  view: View;
  /** What the rows are, such as "Variant". */
  heading: string;
  rows: readonly Row[];
  of?: "share" | "difference";
  toneOf?: (result: Result) => Tone;
}

/** Bars on one axis beside their numbers: the table is the chart, so no reader gets less than another. */
export function IntervalTable({
  view,
  heading,
  rows,
  of = "share",
  toneOf = () => "share",
}: TableProps): JSX.Element {
  const { text } = view;
  const results = rows.map((row) => row.result);
  const scale = (of === "share" ? scaleOf : evenScale)(widest(results));
  return (
    <table class="intervals">
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col" class="chart">
            {results.some(({ state }) => state === "ok") && <Axis view={view} scale={scale} of={of} />}
            <span class="hidden">{text.interval}</span>
          </th>
          <th scope="col" class="number">
            {of === "share" ? text.share : text.difference}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, note, result }) => (
          <tr>
            <th scope="row">
              {name}
              {note !== undefined && <small>{note}</small>}
            </th>
            <ResultCells {...{ view, name, result, scale, of }} tone={toneOf(result)} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  view: View;
  name: string;
  result: Result;
  scale: Scale;
  of: "share" | "difference";
  tone: Tone;
}

/** Two cells of a row: the bar, and what it shows in numbers. */
export function ResultCells({ view, name, result, scale, of, tone }: CellProps): JSX.Element {
  const words = wordsOf(view, of, result);
  const label = words ? `${words.share}, ${view.text.interval} ${words.range}` : view.text.notEnough;
  return (
    <>
      <td class="chart">
        <Bar result={result} scale={scale} label={`${name}: ${label}`} tone={tone} />
      </td>
      <td class="number">
        {words ? <strong>{words.share}</strong> : <em>{view.text.notEnough}</em>}
        <small>{result.state === "ok" ? words?.range : view.text.reasons[result.reason]}</small>
      </td>
    </>
  );
}

/** The ends of a scale, above its bars. */
export function Axis({
  view,
  scale,
  of,
}: {
  view: View;
  scale: Scale;
  of: "share" | "difference";
}): JSX.Element {
  const tick = of === "share" ? view.percentTick : view.tick;
  return (
    <span class="axis" aria-hidden="true">
      <span>{tick(scale.low)}</span>
      {of === "difference" && <span>0</span>}
      <span>{tick(scale.high)}</span>
    </span>
  );
}

/** A result in words; undefined where it is not told. */
export function wordsOf(
  view: View,
  of: "share" | "difference",
  result: Result,
): { share: string; range: string } | undefined {
  if (result.state !== "ok") return undefined;
  const { share, low, high } = result;
  if (of === "share") return { share: view.percent(share), range: view.range(low, high) };
  return { share: view.points(share), range: view.pointsRange(low, high) };
}
