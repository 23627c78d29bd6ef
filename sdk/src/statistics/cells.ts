/** What the cells of the questions about topics are made from, of a manifest, `heimspiel.json`. */
export interface ManifestLike {
  topics?: readonly {
    id: string;
    label?: string | Readonly<Record<string, string>>;
    parents?: readonly string[];
    sensitive?: boolean;
  }[];
}

const mostTopics = 63;
const mostPaired = 32;

/**
 * The cells of the question `topics`: "none", then the first 63 topics.
 * @example topicCells(["hiking", "peru"]) // ["none", "hiking", "peru"]
 */
export const topicCells = (ids: readonly string[]): string[] => ["none", ...ids.slice(0, mostTopics)];

/**
 * The cells of the question `pairs`: "none", then every "bought>looked at next" of the first 32 topics, at most 993.
 * @example pairCells(["boots", "socks"]) // ["none", "boots>socks", "socks>boots"]
 */
export function pairCells(ids: readonly string[]): string[] {
  const paired = ids.slice(0, mostPaired);
  return [
    "none",
    ...paired.flatMap((from) => paired.filter((to) => to !== from).map((to) => `${from}>${to}`)),
  ];
}

/**
 * The cells of the questions about topics, from the manifest's topics in their order. A sensitive one, or one below a
 * sensitive one, is never among them, so that no answer can name it.
 * @param isSensitive whether a word is of a sensitive kind
 */
export function speakableCells(
  { topics = [] }: ManifestLike,
  isSensitive: (word: string) => boolean,
): Record<"topics" | "pairs", string[]> {
  const wordsOf = ({ id, label }: (typeof topics)[number]): string[] =>
    [id, typeof label === "object" ? Object.values(label) : label].flat().map(String);
  const unspeakable = new Set(
    topics.filter((topic) => topic.sensitive || wordsOf(topic).some(isSensitive)).map(({ id }) => id),
  );
  const silent = (id: string): boolean => unspeakable.has(id) || isSensitive(id);
  const spoken = topics.filter(({ id, parents = [] }) => ![id, ...parents].some(silent));
  // A pair must be readable, and "none" has a meaning of its own.
  const ids = [...new Set(spoken.map(({ id }) => id))].filter((id) => id !== "none" && !id.includes(">"));
  return { topics: topicCells(ids), pairs: pairCells(ids) };
}
