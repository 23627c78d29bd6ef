import { emptyProfile, newTopic, type Profile } from "./profile.js";

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

const isProfile = (value: unknown): value is Profile =>
  isLike(value, emptyProfile()) &&
  (value.v as number) === 1 &&
  areLike({ ...value.topics, ...value.facets }, newTopic) &&
  areLike(value.declared, { at: 0 }) &&
  areLike(value.orders, 0);

/** Whether a value has the records and the finite numbers of a model. What else it has is not looked at. */
const isLike = <T>(value: unknown, model: T): value is T =>
  typeof model === "number"
    ? Number.isFinite(value)
    : typeof value === "object" &&
      !!value &&
      !Array.isArray(value) &&
      Object.entries(model as object).every(([key, part]) =>
        isLike((value as Record<string, unknown>)[key], part),
      );

const areLike = (record: object, model: unknown): boolean =>
  Object.values(record).every((value) => isLike(value, model));
