import { readAttributes } from "./attributes.js";
import { readNodes } from "./json-ld.js";
import type { More } from "./more.js";
import { needsMore } from "./needs-more.js";
import type { PageFacts, Reader, ReadOptions } from "./page-facts.js";
import { typeOfPage } from "./page-type.js";
import type { Signal } from "./signal.js";
import { interpret } from "./structured-data.js";
import { filled, known } from "./text.js";
import { mergeTopics } from "./topic.js";
import { pathOf } from "./trail.js";

/** What a page says, and what else its reading needed. */
export interface Read {
  signals: Signal[];
  /** What type of page it is, where it says so. */
  type: string | undefined;
  more: More | undefined;
}

/** What is made of the things found; the merchant's own word comes last, and counts most. */
const understand: readonly Reader[] = [interpret, readAttributes];

/** The signals of what has been read: at most one `view` and one `list`. */
function told(facts: PageFacts, at: number): Signal[] {
  const page = pathOf(facts.url) || "/";
  const topics = mergeTopics(facts.topics);
  const listed = mergeTopics(facts.listed);
  const about = known({ facets: filled(facts.facets), item: facts.item });
  const signals: Signal[] = [];
  if (topics[0] || filled(about)) signals.push({ kind: "view", topics, ...about, at, page });
  if (listed[0]) signals.push({ kind: "list", topics: listed, at, page });
  return signals;
}

/**
 * Reads a page in steps, each short enough for a slice of idle time. Yields `true` once where the page holds what only the
 * readers of `more.ts` understand; they are the answer, or nothing when they cannot be had.
 */
export function* reading(
  document: Document,
  options: ReadOptions,
): Generator<unknown, Read, More | undefined> {
  const { now = Date.now(), url = document.URL } = options;
  const lists = { topics: [], listed: [], nodes: [], broken: [], shown: [], grid: [] };
  const facts: PageFacts = { url, facets: {}, escaped: false, ...lists };
  function* read(these: readonly Reader[]): Generator<unknown, void> {
    for (const reader of these) {
      yield;
      try {
        yield* reader(document, facts, options);
      } catch {
        // Survived: a page may hold anything, and its faults are not its visitors'. The other readers go on.
      }
    }
  }
  yield* read([readNodes, ...understand]);
  yield;
  const more = needsMore(document, facts, options) && (yield true);
  if (more) yield* read([...more.finders, ...understand, ...more.fillers]);
  return { signals: told(facts, now), type: typeOfPage(facts), more: more || undefined };
}
