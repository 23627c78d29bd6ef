import { readAttributes } from "./attributes.js";
import type { PageFacts } from "./page-facts.js";
import type { Signal } from "./signal.js";
import { readStructuredData } from "./structured-data.js";
import { filled, known } from "./text.js";
import { mergeTopics } from "./topic.js";
import { pathOf } from "./trail.js";

export interface ReadOptions {
  /** Time of the signals, ms since 1970; the present when absent. */
  now?: number;
  /** The page's address; that of the document when absent. */
  url?: string;
}

/** In order of precedence: the merchant's own word first. */
const readers: readonly ((document: Document, facts: PageFacts) => void)[] = [
  readAttributes,
  readStructuredData,
];

/**
 * What a page is about, as signals: one `view` of the page's subject (product, article or category), and one `list` with
 * what is listed on it. Reads `data-heim-topics`, `data-heim-facet` and JSON-LD; nothing below `data-heim-ignore`.
 * A category page is a view of its category. Never throws.
 * @returns at most one `view` and one `list`
 * @example readPage(document) // [{ kind: "view", topics: [{ id: "hiking-boots", label: "Hiking boots", parents: ["shoes"] }], … }]
 */
export function readPage(
  document: Document,
  { now: at = Date.now(), url = document.URL }: ReadOptions = {},
): Signal[] {
  const facts: PageFacts = { url, topics: [], facets: {}, listed: [] };
  for (const read of readers) {
    try {
      read(document, facts);
    } catch {
      // Survived: a page may hold anything, and its faults are not its visitors'. The other readers go on.
    }
  }
  const { item } = facts;
  const page = pathOf(url) || "/";
  const topics = mergeTopics(facts.topics);
  const facets = filled(facts.facets);
  const listed = mergeTopics(facts.listed);
  const signals: Signal[] = [];
  if (topics.length > 0 || facets || item)
    signals.push(known<Signal>({ kind: "view", topics, facets, item, at, page }));
  if (listed.length > 0) signals.push({ kind: "list", topics: listed, at, page });
  return signals;
}
