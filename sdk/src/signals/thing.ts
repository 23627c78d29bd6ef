import { isNode, listOf, type Node } from "./json-ld.js";
import type { Item } from "./signal.js";
import { slug } from "./slug.js";
import { amount, filled, known, plain } from "./text.js";
import { chainTopic, type Topic } from "./topic.js";

const levels = ["item_category", "item_category2", "item_category3", "item_category4", "item_category5"];
const sections = ["recipeCategory", "recipeCuisine", "articleSection", "genre"];
/** Keywords are tags beside the subject, so each weighs half. */
const keywordWeight = 0.5;
const mostKeywords = 10;

/** The text of the first of these properties that has any. */
export function pick(node: Node, ...keys: readonly string[]): string {
  for (const key of keys) {
    const text = plain(node[key]);
    if (text) return text;
  }
  return "";
}

const words = (value: unknown): string[] => listOf(value).flatMap((entry) => plain(entry).split(","));

/** The topics a thing of schema.org, or an item of the dataLayer, names itself: categories, sections, keywords. */
export function topicsOf(node: Node): Topic[] {
  // Universal Analytics wrote one path, "Sport/Hiking"; elsewhere a slash may be part of a name.
  const separator = node["@type"] ? /[>›»]| \/ / : /[/>›»]/;
  const path = levels.flatMap((level) => plain(node[level]).split(/[>›»]/));
  return [
    path,
    ...listOf(node.category).map((category) => plain(category).split(separator)),
    ...sections.flatMap((key) => words(node[key])).map((word) => [word]),
  ]
    .flatMap((names) => chainTopic(names))
    .concat(words(node.keywords).slice(0, mostKeywords).flatMap((word) => chainTopic([word], keywordWeight)));
}

const first = (value: unknown): Node => listOf(value).find(isNode) ?? {};

/** A product as an item: one of schema.org, or of the dataLayer. */
export function itemOf(node: Node): Item | undefined {
  const offer = first(node.offers ?? first(node.hasVariant).offers);
  // WooCommerce says the price in the offer's specification only.
  const sold = { ...node, ...first(offer.priceSpecification), ...offer };
  return filled(
    known<Item>({
      id: pick(node, "sku", "productID", "productGroupID", "gtin13", "item_id", "id"),
      name: pick(node, "name", "item_name"),
      price: amount(sold.price ?? sold.lowPrice),
      currency: pick(sold, "priceCurrency", "currency"),
      quantity: amount(node.quantity),
    }),
  );
}

/** Attributes of a product; a group's are those of its first variant. */
export function facetsOf(node: Node): Record<string, string> | undefined {
  const all = { ...first(node.hasVariant), ...node };
  const facets: Record<string, string> = { brand: slug(pick(all, "brand", "item_brand", "manufacturer")) };
  for (const name of ["color", "size", "material"]) facets[name] = slug(pick(all, name));
  facets.variant = slug(pick(all, "item_variant", "variant"));
  return filled(known(facets));
}
