import { isNode, listOf, type Node } from "./json-ld.js";
import type { Item } from "./signal.js";
import { slug } from "./slug.js";
import { amount, filled, known, plain } from "./text.js";
import { categoryNames, chainTopic, type Topic } from "./topic.js";

export const productType = /^(individual)?product(group|model)?$/;
/** What is not sold but has a subject. */
export const workType = /(recipe|article|posting|event|review)$/;

/** Keywords are tags beside the subject, so each weighs half. */
const keywordWeight = 0.5;
const mostKeywords = 10;
const sections = ["recipeCategory", "recipeCuisine", "articleSection", "genre"];

const words = (value: unknown): string[] =>
  listOf(value)
    .flatMap((entry) => plain(entry).split(","))
    .map((word) => word.trim())
    .filter((word) => word && !word.startsWith("http"));

/** The topics a thing names itself: categories, sections, keywords. */
export function thingTopics(node: Node): (Topic | undefined)[] {
  const own = slug(plain(node.name ?? node.headline));
  const keywords = words(node.keywords).filter((word) => word.length < 40 && slug(word) !== own);
  return [
    ...listOf(node.category).map((category) => chainTopic(categoryNames(category))),
    ...sections.flatMap((key) => words(node[key])).map((word) => chainTopic([word])),
    ...keywords.slice(0, mostKeywords).map((word) => chainTopic([word], keywordWeight)),
  ];
}

const first = (value: unknown): Node => listOf(value).find(isNode) ?? {};

/** A product as an item. */
export function itemOf(node: Node): Item {
  const offer = first(node.offers ?? first(node.hasVariant).offers);
  // WooCommerce says the price in the offer's specification only.
  const detail = first(offer.priceSpecification);
  return known<Item>({
    id: plain(node.sku ?? node.productID ?? node.productGroupID ?? node.gtin13 ?? node.gtin ?? node.mpn),
    name: plain(node.name),
    price: amount(offer.price ?? offer.lowPrice ?? detail.price),
    currency: plain(offer.priceCurrency ?? detail.priceCurrency),
  });
}

/** Values by name as slugs, without the empty ones; undefined when none is left. */
export function facetsFrom(values: Record<string, unknown>): Record<string, string> | undefined {
  return filled(
    known(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, slug(plain(value))]))),
  );
}

/** Brand, colour, size and material of a product; a group's are those of its first variant. */
export function facetsOf(node: Node): Record<string, string> | undefined {
  const { brand, manufacturer, color, size, material } = { ...first(node.hasVariant), ...node };
  return facetsFrom({ brand: brand ?? manufacturer, color, size, material });
}
