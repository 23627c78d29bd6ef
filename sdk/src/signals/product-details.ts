import { nodesOf, listOf, type Node } from "./json-ld.js";
import type { PageFacts, ReadOptions } from "./page-facts.js";
import { priceBand } from "./price-band.js";
import { slug } from "./slug.js";
import { itemOf, pick } from "./thing.js";
import { known, plain } from "./text.js";

/** Other words for the facets every shop has. */
const synonyms: Record<string, string> = {
  ...{
    colour: "color",
    farbe: "color",
    groesse: "size",
    marke: "brand",
    hersteller: "brand",
    vendor: "brand",
  },
};

/** A facet by the name the merchant gives it. */
export function facetName(name: string): string {
  const id = slug(name);
  return Object.hasOwn(synonyms, id) ? (synonyms[id] ?? id) : id;
}

/** Facets every shop means alike; others become one only where the merchant names them. */
const common = ["brand", "color", "size", "material"];

function additional(product: Node, names: readonly string[]): Record<string, string> {
  const wanted = [...common, ...names.map(facetName)];
  const facets: Record<string, string> = {};
  for (const property of nodesOf(product.additionalProperty)) {
    const name = facetName(pick(property, "name", "propertyID"));
    if (wanted.includes(name)) facets[name] ??= slug(plain(property.value));
  }
  return facets;
}

/** The first quality seal: a certification, or an award. https://schema.org/Certification */
const sealOf = (product: Node): string =>
  slug(plain(listOf(product.hasCertification)[0]) || plain(listOf(product.award)[0]));

/** The other products a page shows: what it lists, and what it calls related. */
const othersOf = (product: Node, grid: readonly Node[]): Node[] => [
  ...grid,
  ...nodesOf(product.isRelatedTo),
  ...nodesOf(product.isSimilarTo),
];

/** Adds what few products say of themselves: seals, properties the merchant has named, and how dear they are here. */
export function* readDetails(
  _: Document,
  facts: PageFacts,
  { facets: names = [] }: ReadOptions,
): Generator<unknown, void> {
  const [product] = facts.shown;
  if (!product || !facts.item) return;
  const prices: (number | undefined)[] = [];
  for (const other of othersOf(product, facts.grid)) yield prices.push(itemOf(other)?.price);
  const price = priceBand(facts.item.price, prices);
  const details = known({ price, seal: sealOf(product), ...additional(product, names) });
  facts.facets = { ...details, ...facts.facets };
}
