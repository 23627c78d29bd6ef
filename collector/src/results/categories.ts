import { lateCells } from "heimspiel/statistics";
import { cellsHash } from "heimspiel/wire";
import { cells, transitions, type Transition } from "../estimate/index.js";
import { readSites, type Database, type Site } from "../store/index.js";
import { readQuestion, sumsOf, type Reading, type Wanted } from "./question.js";
import type { CellResult } from "./slot.js";

/** What was answered to `topics`, `pairs` or `late:<slot>`. */
export interface CategoryResult {
  readonly reading: Reading;
  readonly n: number;
  readonly cells: readonly CellResult[];
  /** Of `pairs` with known names: P(next | bought) for the pairs that are told. */
  readonly transitions: readonly Transition[];
}

/**
 * Reads and estimates a question of categories; undefined when it was never asked. Without `hash` it is the version that
 * the site's manifest names, or else the newest, whose cells have numbers only.
 */
export async function readCategories(db: Database, wanted: Wanted): Promise<CategoryResult | undefined> {
  const names = namesOf((await readSites(db, [wanted.site]))[0], wanted.question);
  const hash = names && cellsHash(names);
  const reading =
    (await readQuestion(db, { ...wanted, hash: wanted.hash ?? hash })) ?? (await readQuestion(db, wanted));
  if (!reading) return undefined;
  const known = names && reading.question.hash === hash ? names : undefined;
  const sums = sumsOf(reading);
  return {
    ...{ reading, n: sums.n },
    cells: cells(sums, reading.question).map((result, cell) => ({
      name: known?.[cell] ?? `cell ${cell}`,
      result,
    })),
    transitions: known && wanted.question === "pairs" ? transitions(sums, reading.question, known) : [],
  };
}

function namesOf(site: Site | undefined, question: string): readonly string[] | undefined {
  const slot = /^late:(.+)$/.exec(question)?.[1];
  if (slot === undefined) return site?.cells[question];
  const named = site?.slots[slot];
  return named && lateCells(named.variants);
}
