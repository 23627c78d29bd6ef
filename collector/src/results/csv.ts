import type { Result } from "../estimate/index.js";
import { csvField } from "./csv-field.js";
import type { EstimatesBody } from "./estimates.js";

const columns = "part,from,to,name,other,n,state,reason,share,standardError,low,high,anytimeLow,anytimeHigh";

interface Row {
  /** What is estimated, such as "cell", "goal" or "difference". */
  readonly part: string;
  readonly name?: string;
  readonly other?: string;
  readonly n?: number;
  readonly from?: string;
  readonly to?: string;
  readonly result: Result;
}

/** The same as the JSON of `GET /v1/estimates`, one line an estimate (RFC 4180). */
export function estimatesCsv(body: EstimatesBody): string {
  const { n, from, to, uplift, timeline } = body;
  const rows: Row[] = [
    ...body.estimates.map((cell) => ({ part: "cell", name: cell.name, n: cell.n, result: cell })),
    ...(body.variants ?? []).flatMap(({ variant, ...rates }) =>
      (["seen", "clicked", "goal", "inVisit"] as const).map((part) => ({
        ...{ part, name: variant, n },
        result: rates[part],
      })),
    ),
    ...(body.differences ?? []).map(({ variant, other, goal }) => ({
      ...{ part: "difference", name: variant, other, n },
      result: goal,
    })),
    ...(body.transitions ?? []).map(({ bought, next, weight }) => ({
      ...{ part: "transition", name: bought, other: next, n },
      result: weight,
    })),
    ...(uplift ? [{ part: "uplift", name: "offered", other: "holdout", result: uplift.difference }] : []),
    ...(timeline?.points ?? []).flatMap((point) => timelineRows(point, body)),
  ];
  return [columns, ...rows.map((row) => line({ from, to, ...row }))].map((text) => `${text}\r\n`).join("");
}

function timelineRows(
  { goals, uplift, ...point }: NonNullable<EstimatesBody["timeline"]>["points"][number],
  { variants = [] }: EstimatesBody,
): Row[] {
  return [
    ...goals.map((result, index) => ({
      ...{ part: "timeline goal", name: variants[index]?.variant ?? "", ...point },
      result,
    })),
    ...(uplift
      ? [{ part: "timeline uplift", name: "offered", other: "holdout", ...point, result: uplift }]
      : []),
  ];
}

function line({ part, from, to, name, other, n, result }: Row): string {
  const cells = [part, from, to, name, other, n, result.state];
  const rest =
    result.state === "ok"
      ? [
          "",
          result.share,
          result.standardError,
          result.low,
          result.high,
          result.anytime.low,
          result.anytime.high,
        ]
      : [result.reason, "", "", "", "", "", ""];
  return [...cells, ...rest].map(csvField).join(",");
}
