/** What a manifest gives names to; a part it does not have is undefined, and says nothing about names. */
export interface Names {
  readonly topics?: ReadonlySet<string>;
  /** Other name of a topic → its id. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly personas?: ReadonlySet<string>;
  readonly campaigns?: ReadonlySet<string>;
  /** Topics that the merchant, or the list, calls sensitive. */
  readonly isSensitive: (topic: string) => boolean;
}

type Unsure = Readonly<Record<string, unknown>>;

/** A value's entries, if it is an object. */
export const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === "object" && value && !Array.isArray(value) ? Object.entries(value) : [];

/** One entry of a value of any shape. */
export const entryOf = (value: unknown, key: string): unknown =>
  entriesOf(value).find(([name]) => name === key)?.[1];

/** The texts in a list, if it is one. */
export const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];

/** The objects in a list, if it is one. */
export const objectsIn = (value: unknown): Unsure[] =>
  Array.isArray(value)
    ? value.filter((item): item is Unsure => typeof item === "object" && item !== null)
    : [];

/** An object's keys as a set; undefined when there are none. */
const keysOf = (value: unknown): ReadonlySet<string> | undefined => {
  const keys = entriesOf(value).map(([key]) => key);
  return keys.length > 0 ? new Set(keys) : undefined;
};

/**
 * The names in a manifest of any shape.
 * @param manifest the parsed JSON; undefined when there is none
 * @param isSensitive the built-in list
 */
export function namesIn(manifest: unknown, isSensitive: (topic: string) => boolean = () => false): Names {
  const topics = objectsIn(entryOf(manifest, "topics"));
  const entries = topics.flatMap((topic) =>
    typeof topic["id"] === "string" ? [[topic["id"], topic] as const] : [],
  );
  const sensitive = new Set(entries.flatMap(([id, topic]) => (topic["sensitive"] === true ? [id] : [])));
  const parents = new Map(entries.map(([id, topic]) => [id, textsIn(topic["parents"])]));
  const [personas, campaigns] = [
    keysOf(entryOf(manifest, "personas")),
    keysOf(entryOf(manifest, "campaigns")),
  ];
  return {
    ...(entries.length > 0 && { topics: new Set(entries.map(([id]) => id)) }),
    aliases: new Map(
      entries.flatMap(([id, topic]) => textsIn(topic["aliases"]).map((alias) => [alias, id] as const)),
    ),
    ...(manifest !== undefined && { personas: personas ?? new Set() }),
    ...(campaigns && { campaigns }),
    isSensitive: (topic) =>
      [topic, ...(parents.get(topic) ?? [])].some((one) => sensitive.has(one) || isSensitive(one)),
  };
}
