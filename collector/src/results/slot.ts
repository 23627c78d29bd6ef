import { lateCells, lateQuestion, slotCells, slotQuestion, upliftQuestion } from "heimspiel/statistics";
import { cellsHash } from "heimspiel/wire";
import {
  cells,
  countsRatio,
  differences,
  rates,
  seenRatio,
  uplift,
  variantNames,
  type Late,
  type Result,
  type SampleRatio,
  type Uplift,
  type VariantDifference,
  type VariantRates,
} from "../estimate/index.js";
import { readSites, type Database, type SlotNames } from "../store/index.js";
import { readQuestion, sumsOf, type Reading, type Wanted } from "./question.js";

/** Everything that can be said about one slot. */
export interface SlotResult {
  readonly site: string;
  readonly slot: string;
  readonly named: SlotNames | undefined;
  /** The `slot:` question; undefined while only the uplift was asked. */
  readonly visits: VisitResult | undefined;
  /** The `uplift:` question; undefined for a slot without holdout. */
  readonly uplift: UpliftResult | undefined;
}

export interface VisitResult {
  readonly reading: Reading;
  readonly n: number;
  readonly names: readonly string[];
  readonly cells: readonly CellResult[];
  readonly rates: readonly VariantRates[];
  readonly differences: readonly VariantDifference[];
  /** Answers about goals after the visit; undefined where goals are those of the visit itself. */
  readonly late: number | undefined;
  /** Of the variants of a `test`, where their weights are known. */
  readonly sampleRatio: SampleRatio | undefined;
}

export interface CellResult {
  readonly name: string;
  readonly result: Result;
}

export type UpliftResult = Uplift & {
  readonly reading: Reading;
  /** Of the two arms, holdout first, where it is known how many are held out. */
  readonly sampleRatio: SampleRatio | undefined;
};

export type WantedSlot = Omit<Wanted, "question"> & {
  readonly slot: string;
  /** What a variant without a known name is called. */
  readonly numbered?: ((number: number) => string) | undefined;
};

/** What was read for a slot, before it is estimated. */
export interface SlotReading {
  readonly named: SlotNames | undefined;
  readonly visits: Reading | undefined;
  readonly late: Reading | undefined;
  readonly arms: Reading | undefined;
}

/** Reads and estimates one slot; both parts are undefined when nobody asked about it. */
export async function readSlot(db: Database, wanted: WantedSlot): Promise<SlotResult> {
  const { named, visits, late, arms } = await readSlotSums(db, wanted);
  return {
    ...{ site: wanted.site, slot: wanted.slot, named },
    visits: visits && visitResult({ visits, late, named }, wanted.numbered),
    uplift: arms && upliftResult(arms, named),
  };
}

/** Reads and estimates a slot's uplift alone, of which `hash` may choose the version. */
export async function readUplift(db: Database, wanted: WantedSlot): Promise<UpliftResult | undefined> {
  const arms = await readQuestion(db, { ...wanted, question: upliftQuestion(wanted.slot) });
  return arms && upliftResult(arms, (await readSites(db, [wanted.site]))[0]?.slots[wanted.slot]);
}

/** Reads the three questions of a slot. Late goals count where the names of the variants tell which they belong to. */
export async function readSlotSums(db: Database, wanted: WantedSlot): Promise<SlotReading> {
  const { slot, hash, site, from, to } = wanted;
  const named = (await readSites(db, [site]))[0]?.slots[slot];
  const visits = await readQuestion(db, { site, from, to, hash, question: slotQuestion(slot) });
  const arms = await readQuestion(db, { site, from, to, question: upliftQuestion(slot) });
  const known = named && visits?.question.hash === cellsHash(slotCells(named.variants));
  const late = known
    ? await readQuestion(db, {
        ...{ site, from: visits.period.from, to, question: lateQuestion(slot) },
        hash: cellsHash(lateCells(named.variants)),
      })
    : undefined;
  return { named, visits, late, arms };
}

/** A late question's sums as the estimators take them. */
export function lateOf(late: Reading | undefined): Late | undefined {
  return late && { ...sumsOf(late), cells: late.question.cells, epsilon: late.question.epsilon };
}

function visitResult(
  { visits, late, named }: { visits: Reading } & Omit<SlotReading, "arms">,
  numbered: WantedSlot["numbered"] = (number) => `variant ${number}`,
): VisitResult {
  const { question } = visits;
  const sums = sumsOf(visits);
  const names = variantNames(question, named?.variants, numbered);
  const cellNames = slotCells(names);
  const goals = lateOf(late);
  const weights = named?.choose === "test" ? named.weights : undefined;
  return {
    ...{ reading: visits, n: sums.n, names, late: goals?.n },
    cells: cells(sums, question).map((result, cell) => ({ name: cellNames[cell] ?? `cell ${cell}`, result })),
    rates: rates(sums, question, goals) ?? [],
    differences: differences(sums, question, goals),
    sampleRatio: weights?.length === names.length ? seenRatio(sums, question, weights) : undefined,
  };
}

function upliftResult(arms: Reading, named: SlotNames | undefined): UpliftResult {
  const result = uplift(arms.sums, arms.question.epsilon);
  const { holdout } = named ?? {};
  const counts = [result.holdout.n, result.offered.n];
  const sampleRatio = holdout === undefined ? undefined : countsRatio(counts, [holdout, 100 - holdout]);
  return { ...result, reading: arms, sampleRatio };
}
