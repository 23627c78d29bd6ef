import type { Result, SampleRatio, Transition, Uplift } from "../estimate/index.js";
import type { Database } from "../store/index.js";
import { readCategories } from "./categories.js";
import { dayText } from "./days.js";
import type { Reading, Wanted } from "./question.js";
import { readSlot, readUplift, type CellResult, type UpliftResult, type VisitResult } from "./slot.js";
import { readTimeline, type Timeline } from "./timeline.js";

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
  variants?: { variant: string; seen: Result; clicked: Result; goal: Result; inVisit: Result }[];
  /** Answers about goals after the visit that are in `goal`. */
  late?: number | undefined;
  differences?: { variant: string; other: string; goal: Result }[];
  /** Of the variants of a test, or of the arms of an uplift question. */
  sampleRatio?: SampleRatio | undefined;
  uplift?: Uplift & { sampleRatio?: SampleRatio | undefined };
  timeline?: TimelineBody;
  transitions?: readonly Transition[];
  versions: { hash: string; n: number; from: string; to: string }[];
}

/** A timeline with dates. */
export interface TimelineBody {
  unit: Timeline["unit"];
  points: { from: string; to: string; n: number; goals: readonly Result[]; uplift?: Result | undefined }[];
}

/** Reads and estimates one question of any kind; undefined when it was never asked. */
export async function readEstimates(db: Database, wanted: Wanted): Promise<EstimatesBody | undefined> {
  if (wanted.question.startsWith("slot:")) return slotEstimates(db, wanted);
  if (wanted.question.startsWith("uplift:")) return upliftEstimates(db, wanted);
  const found = await readCategories(db, wanted);
  if (!found) return undefined;
  const { reading, transitions } = found;
  return {
    ...head(reading),
    estimates: rows(found.cells, found.n),
    ...(wanted.question === "pairs" && { transitions }),
  };
}

async function slotEstimates(db: Database, wanted: Wanted): Promise<EstimatesBody | undefined> {
  const own = { ...wanted, slot: wanted.question.slice("slot:".length) };
  const { visits, uplift } = await readSlot(db, own);
  if (!visits) return undefined;
  const timeline = await readTimeline(db, own);
  return {
    ...head(visits.reading),
    estimates: rows(visits.cells, visits.n),
    ...variantsOf(visits),
    ...(uplift && { uplift: upliftBody(uplift) }),
    ...(timeline && { timeline: timelineBody(timeline) }),
  };
}

async function upliftEstimates(db: Database, wanted: Wanted): Promise<EstimatesBody | undefined> {
  const found = await readUplift(db, { ...wanted, slot: wanted.question.slice("uplift:".length) });
  if (!found) return undefined;
  const { holdout, offered } = found;
  return {
    ...head(found.reading),
    estimates: [
      { cell: 0, name: "holdout", n: holdout.n, ...holdout.goal },
      { cell: 1, name: "offered", n: offered.n, ...offered.goal },
    ],
    uplift: upliftBody(found),
    sampleRatio: found.sampleRatio,
  };
}

function variantsOf(
  visits: VisitResult,
): Pick<EstimatesBody, "variants" | "differences" | "late" | "sampleRatio"> {
  const { names, rates, differences, late, sampleRatio } = visits;
  const name = (variant: number): string => names[variant] ?? "";
  return {
    variants: rates.map((rate, index) => ({ variant: name(index), ...rate })),
    differences: differences.map(({ variant, other, goal }) => ({
      variant: name(variant),
      other: name(other),
      goal,
    })),
    ...{ late, sampleRatio },
  };
}

function upliftBody({
  holdout,
  offered,
  difference,
  sampleRatio,
}: UpliftResult): NonNullable<EstimatesBody["uplift"]> {
  return { holdout, offered, difference, sampleRatio };
}

function timelineBody({ unit, points }: Timeline): TimelineBody {
  return {
    unit,
    points: points.map(({ from, to, ...point }) => ({ from: dayText(from), to: dayText(to), ...point })),
  };
}

function rows(cells: readonly CellResult[], n: number): EstimatesBody["estimates"] {
  return cells.map(({ name, result }, cell) => ({ cell, name, n, ...result }));
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
