import { isName, isValue } from "./names.js";
import { emptyProfile, newTopic, type Profile } from "./profile.js";

type Stored = Readonly<Record<string, unknown>>;

/** What was found in the store, as far as it can be used. */
export interface Opened {
  profile: Profile;
  /** Whether that is all there was. If not, the rest is broken, or the work of a newer release. */
  whole: boolean;
}

/** What makes a profile of one version one of the next, by version. Must not throw, whatever it is given. */
export type Migrations = Readonly<Record<number, (profile: Stored) => Stored>>;

/** Version 1 is the first there was. */
const steps: Migrations = {};

/**
 * Opens a stored profile: an older version is brought up to date, and of a broken one each part that is sound is kept.
 * @param value whatever came out of the store
 * @param migrations the steps from version to version
 * @returns the profile, and whether it is whole; an empty one where nothing can be used
 * @example
 * const { profile, whole } = openProfile(state?.profile);
 */
export function openProfile(value: unknown, migrations: Migrations = steps): Opened {
  let stored = isRecord(value) ? value : {};
  for (let step; (step = migrations[Number(stored["v"])]);) stored = step(stored);
  const empty = emptyProfile();
  if (stored["v"] !== 1) return { profile: empty, whole: value === undefined };
  let whole = true;
  const sound = (record: unknown, model: unknown): object => {
    const entries = isRecord(record) ? Object.entries(record) : [["", 0] as const];
    const kept = entries.filter(([key, entry]) => key.split("\n").every(isName) && fits(entry, model));
    whole &&= kept.length === entries.length;
    return Object.fromEntries(kept);
  };
  const { topics, facets, declared, orders, visit, campaign } = stored;
  const profile = {
    ...empty,
    topics: sound(topics, newTopic),
    facets: sound(facets, newTopic),
    declared: sound(declared, { value: 0, at: 0 }),
    orders: sound(orders, 0),
    ...sound({ visit }, empty.visit),
    ...(campaign !== undefined && sound({ campaign }, { id: "", until: 0 })),
  } as Profile;
  return { profile, whole };
}

/**
 * Recognises a stored profile.
 * @param value whatever came out of the store
 * @returns the profile, or what is sound of it; an empty one when the value is missing, broken or of a newer version
 * @example
 * const profile = readProfile(state?.profile);
 */
export const readProfile = (value: unknown): Profile => openProfile(value).profile;

const isRecord = (value: unknown): value is Stored =>
  typeof value === "object" && !!value && !Array.isArray(value);

/** Whether a value has all fields of a model, and no field that it should not be: names, or amounts and times. */
const fits = (value: unknown, model: unknown): boolean =>
  isRecord(model)
    ? isRecord(value) &&
      Object.keys(model).every((key) => key in value) &&
      Object.entries(value).every(([key, field]) =>
        key === "value"
          ? isValue(field)
          : /^(label|id|channel)$/.test(key)
            ? isName(field)
            : // the visit's cart, which need not be there; in a topic it is a number of signals
              fits(field, key === "cart" && "last" in model ? { items: 0 } : model[key]),
      )
    : value === true || value === false || (typeof value === "number" && value >= 0 && value <= lastTime);

/** The last time that a date can tell: https://tc39.es/ecma262/#sec-time-values-and-time-range */
const lastTime = 8.64e15;
