import { emptyProfile, type Profile } from "./profile.js";

/**
 * Recognises a stored profile.
 * @param value whatever came out of the store
 * @returns the profile; an empty one when the value is missing, broken or of a newer version
 * @example
 * const profile = readProfile(state?.profile);
 */
export function readProfile(value: unknown): Profile {
  return isProfile(value) ? value : emptyProfile();
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const every = (value: unknown, test: (entry: Record<string, unknown>) => unknown): boolean =>
  isRecord(value) && Object.values(value).every((entry) => isRecord(entry) && test(entry));

const isProfile = (value: unknown): value is Profile =>
  isRecord(value) &&
  value.v === 1 &&
  every(
    value.topics,
    (topic) =>
      numbers(topic, ["score", "visit", "at", "first", "signals"]) &&
      isRecord(topic.counts) &&
      numbers(topic.counts, Object.keys(topic.counts)) &&
      Array.isArray(topic.pages),
  ) &&
  every(value.facets, (values) => every(values, (facet) => numbers(facet, ["score", "at", "count"]))) &&
  every(value.declared, (fact) => "value" in fact && numbers(fact, ["at"])) &&
  Array.isArray(value.orders) &&
  value.orders.every(Array.isArray) &&
  isRecord(value.visit) &&
  numbers(value.visit, ["count", "pages", "start", "last"]) &&
  (value.campaign === undefined || isRecord(value.campaign));

const numbers = (record: Record<string, unknown>, keys: readonly string[]): boolean =>
  keys.every((key) => Number.isFinite(record[key]));
