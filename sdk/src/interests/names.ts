/** `__proto__` would change an object's prototype; what is longer than 64 characters is a sentence rather than a name. */
const name = /^(?!__proto__$|\s*$)[^\p{Cc}\p{Cs}]{1,64}$/u;

/** Whether a text may become a key of the profile. */
export const isName = (text: unknown): text is string => typeof text === "string" && name.test(text);

/** Whether a value may be kept as what the visitor said. */
export const isValue = (value: unknown): value is string | number | boolean =>
  isName(value) || typeof value === "boolean" || Number.isFinite(value);

/** The entry of a record that may have a hostile key such as `constructor`. */
export const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
