import type { JSX } from "hono/jsx/jsx-runtime";
import type { Result } from "../estimate/index.js";
import { Bar, evenScale, scaleOf, type Scale } from "./bars.js";
import type { View } from "./view.js";

type Tone = "share" | "difference";

interface Row {
  readonly name: string;
  readonly note?: string;
  readonly result: Result;
}

interface TableProps {
  view: View;
  heading: string;
  rows: readonly Row[];
  tone?: Tone;
}

/** Bars on one axis beside their numbers: the table is the chart, so no reader gets less than another. */
export function IntervalTable({ view, heading, rows, tone = "share" }: TableProps): JSX.Element {
  const { text } = view;
  const results = rows.map((row) => row.result);
  const scale = tone === "share" ? scaleOf(results, { low: 0, high: 1 }) : evenScale(results);
  const told = results.some((result) => result.state === "ok");
  return (
    <table class="intervals">
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col">
            {told && <Axis view={view} scale={scale} tone={tone} />}
            <span class="hidden">{text.interval}</span>
          </th>
          <th scope="col" class="number">
            {tone === "share" ? text.share : text.difference}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <IntervalRow view={view} row={row} scale={scale} tone={tone} />
        ))}
      </tbody>
    </table>
  );
}

function Axis({ view, scale, tone }: { view: View; scale: Scale; tone: Tone }): JSX.Element {
  return (
    <span class="axis" aria-hidden="true">
      <span>{tickOf(view, tone, scale.low)}</span>
      {tone === "difference" && <span>0</span>}
      <span>{tickOf(view, tone, scale.high)}</span>
    </span>
  );
}

function IntervalRow({
  view,
  row,
  scale,
  tone,
}: {
  view: View;
  row: Row;
  scale: Scale;
  tone: Tone;
}): JSX.Element {
  const { name, note, result } = row;
  const words = wordsOf(view, tone, result);
  const label = words ? `${words.share}, ${view.text.interval} ${words.range}` : view.text.notEnough;
  return (
    <tr>
      <th scope="row">
        {name}
        {note !== undefined && <small>{note}</small>}
      </th>
      <td>
        <Bar result={result} scale={scale} label={`${name}: ${label}`} tone={tone} />
      </td>
      <td class="number">
        {words ? <strong>{words.share}</strong> : <em>{view.text.notEnough}</em>}
        {words && <small>{words.range}</small>}
      </td>
    </tr>
  );
}

function wordsOf(view: View, tone: Tone, result: Result): { share: string; range: string } | undefined {
  if (result.state !== "ok") return undefined;
  const { share, low, high } = result;
  if (tone === "share") return { share: view.percent(share), range: view.range(low, high) };
  return { share: view.points(share), range: view.pointsRange(low, high) };
}

function tickOf(view: View, tone: Tone, value: number): string {
  if (tone === "difference") return view.tick(value);
  return new Intl.NumberFormat(view.language, { style: "percent", maximumFractionDigits: 1 }).format(value);
}
