import { decodeNode } from "./decode.js";
import { collectionTopic, folderTopic, ownTopic } from "./guesses.js";
import { collect } from "./json-ld.js";
import { readMicrodata } from "./microdata.js";
import { keywordTopics, openGraphTopics, readOpenGraph } from "./open-graph.js";
import { isOn, type PageFacts, type Reader, type ReadOptions } from "./page-facts.js";
import { matchPatterns } from "./patterns.js";
import type { Source } from "./ports.js";
import { readDetails } from "./product-details.js";
import { repair } from "./repair.js";
import { readShopify, startShopify } from "./shopify.js";
import type { SourceName } from "./source-name.js";
import { startClicks } from "./start-clicks.js";
import { startFilters } from "./start-filters.js";
import { startForms } from "./start-forms.js";
import { startLikes } from "./start-likes.js";
import type { Topic } from "./topic.js";
import { startWoo, wooTopics } from "./woocommerce.js";

/** What few pages need: loaded where `needsMore` says so. */
export interface More {
  /** Find more things, before they are understood. */
  finders: readonly Reader[];
  /** Fill in what is still open then. */
  fillers: readonly Reader[];
  sources: Partial<Record<SourceName, Source>>;
}

function* readBroken(_: Document, { broken, nodes }: PageFacts): Generator<unknown, void> {
  for (const text of broken) {
    yield;
    collect(repair(text), nodes);
  }
  for (const node of nodes) {
    yield;
    decodeNode(node);
  }
}

/** The merchant's own word on the pages of an address: topics, and their type. */
function* readPatterns(_: Document, facts: PageFacts, options: ReadOptions): Generator<unknown, void> {
  if (!options.patterns || !isOn("patterns", options)) return;
  const { topics, type } = matchPatterns(new URL(facts.url).pathname, options.patterns);
  facts.type = type;
  yield facts.topics.unshift(...topics.map((id) => ({ id, weight: 1 })));
}

/** The next best topics, best first. */
const substitutes: readonly (readonly [SourceName, (document: Document, facts: PageFacts) => Topic[]])[] = [
  ["woocommerce", wooTopics],
  ["openGraph", openGraphTopics],
  ["jsonLd", collectionTopic],
  ["jsonLd", folderTopic],
  ["openGraph", keywordTopics],
  ["jsonLd", ownTopic],
];

/** Says something of a page without topics. */
function* fallBack(document: Document, facts: PageFacts, options: ReadOptions): Generator<unknown, void> {
  for (const [name, read] of substitutes)
    if (!facts.topics[0] && isOn(name, options)) yield (facts.topics = read(document, facts));
}

/** Readers and sources that few pages need. */
export const more: More = {
  finders: [readBroken, readMicrodata],
  fillers: [readDetails, readOpenGraph, readShopify, readPatterns, fallBack],
  sources: {
    ...{ clicks: startClicks, filters: startFilters, forms: startForms, likes: startLikes },
    ...{ shopify: startShopify, woocommerce: startWoo },
  },
};
