import { cells, uplift, type Result, type Uplift } from "../estimate/index.js";
import type { Database } from "../store/index.js";
import { dayText } from "./days.js";
import { readQuestion, type Reading, type Wanted } from "./question.js";
import { readSlot, type VisitResult } from "./slot.js";

/** The body of `GET /v1/estimates`. ε is in its own unit here, not in millionths; days are dates (UTC). */
export interface EstimatesBody {
  site: string;
  question: string;
  hash: string;
  from: string;
  to: string;
  n: number;
  epsilon: number;
  cells: number;
  mechanism: "ss" | "rr";
  estimates: ({ cell: number; name: string; n: number } & Result)[];
  variants?: { variant: string; seen: Result; clicked: Result; goal: Result }[];
  differences?: { variant: string; other: string; goal: Result }[];
  uplift?: Uplift;
  versions: { hash: string; n: number; from: string; to: string }[];
}

/** Reads and estimates one question of any kind; undefined when it was never asked. */
export async function readEstimates(db: Database, wanted: Wanted): Promise<EstimatesBody | undefined> {
  if (wanted.question.startsWith("slot:")) return slotEstimates(db, wanted);
  const reading = await readQuestion(db, wanted);
  if (!reading) return undefined;
  if (reading.question.mechanism === "ss") {
    const sums = reading.sums[0] ?? { n: 0, support: [] };
    const told = cells(sums, reading.question);
    return {
      ...head(reading),
      estimates: told.map((result, cell) => row({ cell, name: `cell ${cell}`, n: sums.n }, result)),
    };
  }
  const { holdout, offered, difference } = uplift(reading.sums, reading.question.epsilon);
  return {
    ...head(reading),
    estimates: [
      row({ cell: 0, name: "holdout", n: holdout.n }, holdout.goal),
      row({ cell: 1, name: "offered", n: offered.n }, offered.goal),
    ],
    uplift: { holdout, offered, difference },
  };
}

async function slotEstimates(
  db: Database,
  { question, ...wanted }: Wanted,
): Promise<EstimatesBody | undefined> {
  const { visits, uplift: arms } = await readSlot(db, { ...wanted, slot: question.slice("slot:".length) });
  if (!visits) return undefined;
  const { names } = visits;
  const name = (variant: number): string => names[variant] ?? "";
  return {
    ...head(visits.reading),
    estimates: visits.cells.map((cell, index) =>
      row({ cell: index, name: cell.name, n: visits.n }, cell.result),
    ),
    variants: variantsOf(visits),
    differences: visits.differences.map(({ variant, other, goal }) => ({
      variant: name(variant),
      other: name(other),
      goal,
    })),
    ...(arms && { uplift: { holdout: arms.holdout, offered: arms.offered, difference: arms.difference } }),
  };
}

function variantsOf({ rates, names }: VisitResult): NonNullable<EstimatesBody["variants"]> {
  return rates.map((rate, index) => ({ variant: names[index] ?? "", ...rate }));
}

function row(
  cell: { cell: number; name: string; n: number },
  result: Result,
): EstimatesBody["estimates"][number] {
  return { ...cell, ...result };
}

function head({ question, period, sums, versions }: Reading): Omit<EstimatesBody, "estimates"> {
  return {
    ...{ site: question.site, question: question.name, hash: question.hash },
    ...{ from: dayText(period.from), to: dayText(period.to) },
    n: sums.reduce((n, arm) => n + arm.n, 0),
    ...{ epsilon: question.epsilon / 1e6, cells: question.cells, mechanism: question.mechanism },
    versions: versions.map(({ hash, n, from, to }) => ({ hash, n, from: dayText(from), to: dayText(to) })),
  };
}
