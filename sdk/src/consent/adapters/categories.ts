import type { Log, Purpose } from "../../kernel/index.js";
import { perPurpose, purposes, type Reading } from "../choice.js";

/** Which of a banner's categories stand for which purpose. */
export type PurposeMap = Partial<Record<Purpose, readonly string[]>>;

/** The names banners commonly use; they are compared in lower case. */
export const defaultPurposes: Readonly<Record<Purpose, readonly string[]>> = {
  personalization: ["personalization", "preferences", "functional", "experience", "personalization_storage"],
  statistics: ["statistics", "performance", "measurement", "analytics", "analytics_storage"],
};

/**
 * Turns a banner's words into purposes: one is granted when all of its names are answered by the banner's yes, denied when
 * one is answered by its no, and missing after any other word, or without a name.
 * @param words the banner's yes and no (`true` and `false`)
 */
export function readWords(
  names: Readonly<Record<Purpose, readonly string[]>>,
  say: (name: string, purpose: Purpose) => unknown,
  [yes, no]: readonly [yes: unknown, no: unknown] = [true, false],
): Reading {
  const reading: Reading = {};
  for (const purpose of purposes) {
    const said = new Set(names[purpose].map((name) => say(name, purpose)));
    if (said.has(no)) reading[purpose] = "denied";
    else if (said.has(yes) && said.size === 1) reading[purpose] = "granted";
  }
  return reading;
}

/**
 * Turns categories into purposes: one is granted when every category that stands for it is accepted.
 * @param labels what else each category is known by
 */
export type ReadCategories = (
  categories: readonly string[],
  accepted: (category: string) => unknown,
  labels?: Readonly<Record<string, readonly string[]>>,
) => Reading;

/**
 * Makes the reader of one banner's categories. A purpose none of them stands for stays unknown, which is said once.
 */
export function categoryReader(id: string, map: PurposeMap, log: Log): ReadCategories {
  let warned = false;
  return (categories, accepted, labels) => {
    const names = perPurpose((purpose) =>
      categories.filter((category) =>
        [category, ...(labels?.[category] ?? [])].some(
          (label) => map[purpose]?.includes(label) ?? defaultPurposes[purpose].includes(label.toLowerCase()),
        ),
      ),
    );
    const missing = purposes.filter((purpose) => !names[purpose][0]);
    if (missing[0] && !warned) {
      warned = true;
      log(`${id}: set consent.purposes for`, missing, categories);
    }
    return readWords(names, accepted);
  };
}
