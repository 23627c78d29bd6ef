const longest = 64;

/**
 * Whether a text may become a key of the profile. `__proto__` would change an object's prototype instead; what is longer
 * than 64 characters is a sentence rather than a name; control characters and half characters are in no name.
 */
export const isName = (text: unknown): text is string =>
  typeof text === "string" &&
  text.length <= longest &&
  text !== "__proto__" &&
  /\S/.test(text) &&
  !/[\p{Cc}\p{Cs}]/u.test(text);

/** The entry of a record that may have a hostile key such as `constructor`. */
export const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
