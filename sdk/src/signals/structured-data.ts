import { isA, isNode, nodesOf, type Node } from "./json-ld.js";
import type { PageFacts } from "./page-facts.js";
import { slug } from "./slug.js";
import { facetsOf, itemOf, pick, topicsOf } from "./thing.js";
import { linkOf, pathOf, trailTopic } from "./trail.js";

/** Whether an address is that of a search: its results are no category. */
export const isSearch = (url: string): boolean => /[?&][qs]=/.test(url);

/**
 * What a page's things say: product and article pages are about the thing shown, others about their category. Replaces what
 * was understood before, so that it can be done again when more things have been found.
 */
export function* interpret(_: Document, facts: PageFacts): Generator<unknown, void> {
  const { url, nodes } = facts;
  const all = (type: RegExp): Node[] => nodes.filter((node) => isA(node, type));

  const products = all(/product(group|model)?$/i);
  // The group, the one with the page's address, or the only one. A grid has none.
  const product =
    products.find((node) => isA(node, /group$/i) || pathOf(linkOf(node), url) === pathOf(url)) ??
    (products.length === 1 ? products[0] : undefined);
  // What is not sold but has a subject.
  const works = products.length > 0 ? [] : all(/(recipe|article|posting|event|review)$/i);
  const things = (facts.shown = product ? [product] : works);
  yield;
  facts.item = product && itemOf(product);
  yield;
  facts.facets = { ...(product && facetsOf(product)) };
  yield;

  const entries = all(/itemlist$/i).flatMap((list) => nodesOf(list.itemListElement));
  const grid = [
    ...entries.map(({ item, ...entry }) => (isNode(item) ? item : entry)),
    ...(product ? [] : products),
  ];
  facts.grid = grid.slice(0, 200);
  facts.listed = [];
  for (const node of facts.grid) yield facts.listed.push(...topicsOf(node));

  facts.topics = [];
  if (!things[0] && isSearch(url)) return;
  const own = things.map((thing) => slug(pick(thing, "name", "headline")));
  yield;
  for (const list of all(/breadcrumblist$/i)) yield facts.topics.push(...trailTopic(list, url, own));
  for (const thing of things) yield facts.topics.push(...topicsOf(thing));
}
