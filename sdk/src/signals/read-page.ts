import { readAttributes } from "./attributes.js";
import { addressOf, pathOf } from "./location.js";
import type { Signal } from "./signal.js";
import { readStructuredData } from "./structured-data.js";
import { filled, known } from "./text.js";
import { mergeTopics } from "./topic.js";

export interface ReadOptions {
  /** Time of the signals, ms since 1970; the present when absent. */
  now?: number;
  /** The page's address; that of the document when absent. */
  url?: string;
}

/** What a reader found, or nothing: a page may hold anything, and its faults are not its visitors'. */
function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    // Survived: this source is left out, the others are read.
    return otherwise;
  }
}

/**
 * What a page is about, as signals: one `view` of the page's subject (product, article or category), and one `list` with
 * what else is listed on it. Reads `data-heim-topics`, `data-heim-facet` and JSON-LD; nothing below `data-heim-ignore`.
 * A category page is a view of its category. Never throws.
 * @returns at most one `view` and one `list`
 * @example readPage(document) // [{ kind: "view", topics: [{ id: "hiking-boots", label: "Hiking boots", parents: ["shoes"] }], … }]
 */
export function readPage(document: Document, options: ReadOptions = {}): Signal[] {
  const { now: at = Date.now() } = options;
  const url = attempt(() => addressOf(document, options.url), "/");
  const page = pathOf(url) || "/";
  const marked = attempt(() => readAttributes(document), { topics: [], facets: {}, listed: [] });
  const said = attempt(() => readStructuredData(document, url), { topics: [], listed: [] });
  const topics = mergeTopics([...marked.topics, ...said.topics]);
  const facets = filled({ ...said.facets, ...marked.facets });
  const listed = mergeTopics([...marked.listed, ...said.listed]).filter(
    ({ id }) => !topics.some((t) => t.id === id),
  );
  const signals: Signal[] = [];
  if (topics.length > 0 || facets || said.item)
    signals.push(known<Signal>({ kind: "view", topics, facets, item: said.item, at, page }));
  if (listed.length > 0) signals.push({ kind: "list", topics: listed, at, page });
  return signals;
}
