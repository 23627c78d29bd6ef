import { crumbsOf, fallbackNames, trailNames, type Here } from "./breadcrumb.js";
import { isA, isNode, listOf, readNodes, type Node } from "./json-ld.js";
import { pathOf } from "./location.js";
import type { Item } from "./signal.js";
import { plain } from "./text.js";
import { facetsOf, itemOf, productType, thingTopics, workType } from "./thing.js";
import { chainTopic, mergeTopics, type Topic } from "./topic.js";

/** What the structured data say: the page's subject, if any, and the topics of the things listed on it. */
export interface StructuredFacts {
  topics: Topic[];
  facets?: Record<string, string> | undefined;
  item?: Item | undefined;
  listed: Topic[];
}

const listType = /^(itemlist|offercatalog)$/;
const collectionType = /^(collectionpage|offercatalog)$/;
/** Pages of the shop's own affairs: where they stand says nothing about interests. */
const officialType = /^(contact|about|faq|checkout|profile|searchresults)page$/;
/** Guessed from the address, not said by the merchant. */
const guessWeight = 0.5;

/** The product a page is about: its only one, its group, or the one with the page's address. A grid has none. */
function mainProduct(products: readonly Node[], url: string): Node | undefined {
  const group = products.find((node) => isA(node, /group$/));
  const names = new Set(products.map(({ name }) => plain(name)));
  const isHere = (link: unknown): boolean => pathOf(link, url) === pathOf(url);
  const addressed = products.find((node) => isHere(node.url) || isHere(node["@id"]));
  return group ?? (names.size < 2 ? products[0] : addressed);
}

const trails = (nodes: readonly Node[], here: Here): (Topic | undefined)[] =>
  nodes
    .filter((node) => isA(node, /^breadcrumblist$/))
    .map((node) => chainTopic(trailNames(crumbsOf(node, here.url), here)));

function topicsOfThings(document: Document, nodes: readonly Node[], url: string, things: Node[]): Topic[] {
  const self = things.flatMap(({ name, headline }) => [plain(name), plain(headline)]);
  const here = { url, self, thing: true };
  const said = mergeTopics([...things.flatMap(thingTopics), ...trails(nodes, here)]);
  return said.length > 0 ? said : mergeTopics([chainTopic(fallbackNames(document, here), guessWeight)]);
}

/** A category page is a view of its category: the end of its trail, else the name it gives itself. */
function topicsOfCategory(nodes: readonly Node[], url: string): Topic[] {
  if (/[?&][qs]=/.test(url) || nodes.some((node) => isA(node, officialType))) return [];
  const said = mergeTopics(trails(nodes, { url, self: [], thing: false }));
  const page = nodes.find((node) => isA(node, collectionType));
  // "Hiking boots | Shop": the shop's own name is not part of the category's.
  return said.length > 0 || !page ? said : mergeTopics([chainTopic(plain(page.name).split(/ [|–—] /, 1))]);
}

function listedThings(nodes: readonly Node[]): Node[] {
  const entries = nodes.filter((node) => isA(node, listType)).flatMap((node) => listOf(node.itemListElement));
  return entries.filter(isNode).map((entry) => (isNode(entry.item) ? entry.item : entry));
}

/** Reads a page's JSON-LD: product and article pages by the thing shown, others by their category. */
export function readStructuredData(document: Document, url: string): StructuredFacts {
  const nodes = readNodes(document);
  const products = nodes.filter((node) => isA(node, productType));
  const product = mainProduct(products, url);
  const works = products.length > 0 ? [] : nodes.filter((node) => isA(node, workType)).slice(0, 5);
  const things = product ? [product] : works;
  const grid = product ? [] : products;
  return {
    topics: things.length > 0 ? topicsOfThings(document, nodes, url, things) : topicsOfCategory(nodes, url),
    facets: product && facetsOf(product),
    item: product && itemOf(product),
    listed: mergeTopics([...listedThings(nodes), ...grid].slice(0, 200).flatMap(thingTopics)),
  };
}
