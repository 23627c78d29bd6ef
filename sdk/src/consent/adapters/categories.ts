import type { Log, Purpose } from "../../kernel/index.js";
import { purposes, type Reading } from "../choice.js";

/** Which of a banner's categories stand for which purpose. */
export type PurposeMap = Partial<Record<Purpose, readonly string[]>>;

/** The names banners commonly use; they are compared in lower case. */
export const defaultPurposes: Readonly<Record<Purpose, readonly string[]>> = {
  personalization: ["personalization", "preferences", "functional", "experience", "personalization_storage"],
  statistics: ["statistics", "performance", "measurement", "analytics", "analytics_storage"],
};

/** Turns categories into purposes: one is granted when every category that stands for it is accepted. */
export type ReadCategories = (
  categories: readonly string[],
  accepted: (category: string) => boolean,
) => Reading;

/**
 * Makes the reader of one banner's categories. A purpose none of them stands for stays unknown, which is said once.
 */
export function categoryReader(id: string, map: PurposeMap, log: Log): ReadCategories {
  let warned = false;
  return (categories, accepted) => {
    const named = (purpose: Purpose): string[] => {
      const names = map[purpose];
      return categories.filter((one) =>
        names ? names.includes(one) : defaultPurposes[purpose].includes(one.toLowerCase()),
      );
    };
    const mapped = purposes.filter((purpose) => named(purpose).length > 0);
    if (mapped.length < purposes.length && !warned) {
      warned = true;
      const missing = purposes.filter((purpose) => !mapped.includes(purpose));
      log(`${id}: no category for ${missing.join(", ")}; set consent.purposes. Categories are`, categories);
    }
    return Object.fromEntries(
      mapped.map((purpose) => [purpose, named(purpose).every(accepted) ? "granted" : "denied"]),
    );
  };
}
