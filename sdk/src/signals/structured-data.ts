import { isA, isNode, nodesOf, readNodes, type Node } from "./json-ld.js";
import type { PageFacts } from "./page-facts.js";
import { slug } from "./slug.js";
import { facetsOf, itemOf, pick, topicsOf } from "./thing.js";
import { chainTopic } from "./topic.js";
import { linkOf, pathOf, trailTopic } from "./trail.js";

/** Guessed, not said by the merchant. */
const guessWeight = 0.5;

/** Reads a page's JSON-LD: product and article pages by the thing shown, others by their category. */
export function readStructuredData(document: Document, facts: PageFacts): void {
  const { url } = facts;
  const nodes = readNodes(document);
  const all = (type: RegExp): Node[] => nodes.filter((node) => isA(node, type));

  const products = all(/product(group|model)?$/i);
  // The group, the one with the page's address, or the only one. A grid has none.
  const product =
    products.find((node) => isA(node, /group$/i) || pathOf(linkOf(node), url) === pathOf(url)) ??
    (products.length === 1 ? products[0] : undefined);
  // What is not sold but has a subject.
  const works = products.length > 0 ? [] : all(/(recipe|article|posting|event|review)$/i);
  const things = product ? [product] : works;
  if (product) facts.item = itemOf(product);
  facts.facets = { ...(product && facetsOf(product)), ...facts.facets };

  const listed = all(/itemlist$/i).flatMap((list) => nodesOf(list.itemListElement));
  const grid = [
    ...listed.map(({ item, ...entry }) => (isNode(item) ? item : entry)),
    ...(product ? [] : products),
  ];
  facts.listed.push(...grid.slice(0, 200).flatMap(topicsOf));

  // A search's results are no category.
  if (things.length === 0 && /[?&][qs]=/.test(url)) return;
  const own = things.map((thing) => slug(pick(thing, "name", "headline")));
  const topics = all(/breadcrumblist$/i).flatMap((list) => trailTopic(list, url, own));
  topics.push(...things.flatMap(topicsOf));
  if (topics.length === 0) {
    // An article's address names its sections; a category page names itself: "Hiking boots | Shop".
    const [category] = all(/collectionpage$/i);
    const folders =
      pathOf(linkOf(works[0]) ?? url, url)
        ?.split("/")
        .slice(1, -1) ?? [];
    if (works[0]) topics.push(...chainTopic(folders, guessWeight));
    else if (category) topics.push(...chainTopic(pick(category, "name").split(/ [|–—] /, 1)));
  }
  facts.topics.push(...topics);
}
