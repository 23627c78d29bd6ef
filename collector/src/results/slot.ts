import { slotCells } from "heimspiel/statistics";
import {
  cells,
  differences,
  rates,
  uplift,
  variantNames,
  type Result,
  type Uplift,
  type VariantDifference,
  type VariantRates,
} from "../estimate/index.js";
import { readSites, type Database, type SlotNames } from "../store/index.js";
import { readQuestion, type Reading, type Wanted } from "./question.js";

/** Everything that can be said about one slot. */
export interface SlotResult {
  readonly site: string;
  readonly slot: string;
  readonly named: SlotNames | undefined;
  /** The `slot:` question; undefined while only the uplift was asked. */
  readonly visits: VisitResult | undefined;
  /** The `uplift:` question; undefined for a slot without holdout. */
  readonly uplift: (Uplift & { readonly reading: Reading }) | undefined;
}

export interface VisitResult {
  readonly reading: Reading;
  readonly n: number;
  readonly names: readonly string[];
  readonly cells: readonly { readonly name: string; readonly result: Result }[];
  readonly rates: readonly VariantRates[];
  readonly differences: readonly VariantDifference[];
}

export type WantedSlot = Omit<Wanted, "question"> & {
  readonly slot: string;
  /** What a variant without a known name is called. */
  readonly numbered?: ((number: number) => string) | undefined;
};

/** Reads and estimates one slot; both parts are undefined when nobody asked about it. */
export async function readSlot(db: Database, wanted: WantedSlot): Promise<SlotResult> {
  const { slot, hash, ...rest } = wanted;
  const named = (await readSites(db, [wanted.site]))[0]?.slots[slot];
  const visits = await readQuestion(db, { ...rest, hash, question: `slot:${slot}` });
  const arms = await readQuestion(db, { ...rest, question: `uplift:${slot}` });
  return {
    ...{ site: wanted.site, slot, named },
    visits: visits && visitResult(visits, named, wanted.numbered),
    uplift: arms && { ...uplift(arms.sums, arms.question.epsilon), reading: arms },
  };
}

function visitResult(
  reading: Reading,
  named: SlotNames | undefined,
  numbered: WantedSlot["numbered"] = (number) => `variant ${number}`,
): VisitResult {
  const { question } = reading;
  const sums = reading.sums[0] ?? { n: 0, support: [] };
  const names = variantNames(question, named?.variants, numbered);
  const cellNames = slotCells(names);
  return {
    ...{ reading, n: sums.n, names },
    cells: cells(sums, question).map((result, cell) => ({ name: cellNames[cell] ?? `cell ${cell}`, result })),
    rates: rates(sums, question) ?? [],
    differences: differences(sums, question),
  };
}
