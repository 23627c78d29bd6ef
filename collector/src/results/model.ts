import { cellsHash } from "heimspiel/wire";
import { slotCells } from "heimspiel/statistics";
import type { Result } from "../estimate/index.js";
import { readSites, type Database, type Site } from "../store/index.js";
import { readCategories } from "./categories.js";
import { readSlot } from "./slot.js";

/** A number and its standard error. */
export type Learned = readonly [value: number, standardError: number];

/** What devices may learn from the sums of a site: the body of `GET /v1/model`. */
export interface ModelBody {
  readonly v: 1;
  readonly site: string;
  /** The last day it is learned from, since 1970-01-01 (UTC). */
  readonly day: number;
  /** Goal rate among those who saw a variant, by slot and variant. */
  readonly variants: Readonly<Record<string, Readonly<Record<string, Learned>>>>;
  /** P(next | bought), by the topic bought and the one looked at next. */
  readonly transitions: Readonly<Record<string, Readonly<Record<string, Learned>>>>;
}

const daysLearned = 28;

/**
 * What the answers of the last 28 days tell; nothing under 100 answers or three standard errors, and nothing that
 * the site's manifest does not name, for a device could not know what is meant. Undefined for an unknown site.
 */
export async function readModel(
  db: Database,
  wanted: { site: string; day: number },
): Promise<ModelBody | undefined> {
  const site = (await readSites(db, [wanted.site]))[0];
  if (!site) return undefined;
  const period = { site: site.name, from: wanted.day - daysLearned + 1, to: wanted.day };
  const pairs = site.cells.pairs && {
    ...period,
    question: "pairs",
    hash: cellsHash(site.cells.pairs),
  };
  const transitions = (pairs && (await readCategories(db, pairs)))?.transitions ?? [];
  return {
    ...{ v: 1, site: site.name, day: wanted.day },
    variants: await readVariants(db, site, period),
    transitions: nested(transitions.map(({ bought, next, weight }) => [bought, next, weight])),
  };
}

async function readVariants(
  db: Database,
  { slots }: Site,
  period: { site: string; from: number; to: number },
): Promise<ModelBody["variants"]> {
  const found: [string, string, Result][] = [];
  for (const [slot, { variants }] of Object.entries(slots)) {
    const { visits } = await readSlot(db, { ...period, slot, hash: cellsHash(slotCells(variants)) });
    visits?.rates.forEach(({ goal }, index) => found.push([slot, variants[index] ?? "", goal]));
  }
  return nested(found);
}

/** Numbers that are told, by two keys. A rate may come out a little above 1, which no device would take. */
function nested(
  entries: readonly (readonly [string, string, Result])[],
): Record<string, Record<string, Learned>> {
  const rounded = (value: number): number => Number(value.toPrecision(4));
  const rows = new Map<string, [string, Learned][]>();
  for (const [outer, inner, result] of entries) {
    if (result.state !== "ok") continue;
    const learned: Learned = [rounded(Math.min(1, result.share)), rounded(result.standardError)];
    rows.set(outer, [...(rows.get(outer) ?? []), [inner, learned]]);
  }
  return Object.fromEntries([...rows].map(([outer, inner]) => [outer, Object.fromEntries(inner)]));
}
