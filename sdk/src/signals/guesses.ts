import { isA } from "./json-ld.js";
import type { PageFacts } from "./page-facts.js";
import { isSearch } from "./structured-data.js";
import { pick } from "./thing.js";
import { chainTopic, type Topic } from "./topic.js";
import { linkOf, pathOf } from "./trail.js";

/** Guessed, not said by the merchant. */
const guessWeight = 0.5;

/** A category page names itself: "Hiking boots | Shop". */
export function collectionTopic(_: Document, { nodes, url }: PageFacts): Topic[] {
  const category = nodes.find((node) => isA(node, /collectionpage$/i));
  return category && !isSearch(url) ? chainTopic(pick(category, "name").split(/ [|–—] /, 1)) : [];
}

/** An article's address names its sections. A product's does not: "/products/trail-boot". */
export function folderTopic(_: Document, { item, shown: [work], url }: PageFacts): Topic[] {
  const folders =
    work && !item
      ? pathOf(linkOf(work) ?? url, url)
          ?.split("/")
          .slice(1, -1)
      : [];
  return chainTopic(folders ?? [], guessWeight);
}

/** What nobody sorted is its own subject. */
export const ownTopic = (_: Document, { shown: [thing] }: PageFacts): Topic[] =>
  thing ? chainTopic([pick(thing, "name", "headline")], guessWeight) : [];
