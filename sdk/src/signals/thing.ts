import { listOf, nodesOf, type Node } from "./json-ld.js";
import type { Item } from "./signal.js";
import { slug } from "./slug.js";
import { amount, filled, known, plain } from "./text.js";
import { chainTopic, type Topic } from "./topic.js";

/** GA4's five levels, each a child of the one before. */
const levels = ["", 2, 3, 4, 5];
/** What names a subject besides the category, with its weight; keywords are tags beside the subject. */
const tags = { recipeCategory: 1, recipeCuisine: 1, articleSection: 1, keywords: 0.5 };
const mostTags = 20;

/** The text of the first of these properties that has any. */
export function pick(node: Node, ...keys: readonly string[]): string {
  for (const key of keys) {
    const text = plain(node[key]);
    if (text) return text;
  }
  return "";
}

/** The topics a thing of schema.org, or an item of the dataLayer, names itself: categories, sections, keywords. */
export function topicsOf(node: Node): Topic[] {
  // Universal Analytics wrote one path, "Sport/Hiking"; elsewhere a slash may be part of a name.
  const separator = node["@type"] ? /[>›»]| \/ / : /[/>›»]/;
  const topics = chainTopic(levels.map((level) => plain(node[`item_category${level}`])));
  for (const category of listOf(node.category)) topics.push(...chainTopic(plain(category).split(separator)));
  for (const [key, weight] of Object.entries(tags)) {
    const words = listOf(node[key]).flatMap((entry) => plain(entry).split(","));
    topics.push(...words.slice(0, mostTags).flatMap((word) => chainTopic([word], weight)));
  }
  return topics;
}

const first = (value: unknown): Node => nodesOf(value)[0] ?? {};

/** A product as an item: one of schema.org, or of the dataLayer. */
export function itemOf(node: Node): Item | undefined {
  const offer = first(node.offers ?? first(node.hasVariant).offers);
  // WooCommerce says the price in the offer's specification only.
  const sold = { ...node, ...first(offer.priceSpecification), ...offer };
  return filled(
    known<Item>({
      id: pick(node, "sku", "productID", "productGroupID", "item_id", "id"),
      name: pick(node, "name", "item_name"),
      price: amount(sold.price ?? sold.lowPrice),
      currency: pick(sold, "priceCurrency", "currency"),
      quantity: amount(node.quantity),
    }),
  );
}

const facets = ["brand", "color", "size", "material", "variant"];

/** Attributes of a product; a group's are those of its first variant. */
export function facetsOf(node: Node): Record<string, string> | undefined {
  const all = { ...first(node.hasVariant), ...node };
  return filled(
    known(Object.fromEntries(facets.map((name) => [name, slug(pick(all, name, `item_${name}`))]))),
  );
}
