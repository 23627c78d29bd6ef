import { nodesOf, type Node } from "./json-ld.js";
import { isOn, type PageFacts, type ReadOptions } from "./page-facts.js";
import type { SourcePorts } from "./ports.js";
import { facetName } from "./product-details.js";
import { slug } from "./slug.js";
import { pick } from "./thing.js";
import { tellUnlessTold } from "./tell-unless-told.js";
import { known, plain } from "./text.js";
import { chainTopic } from "./topic.js";

const nodeOf = (value: unknown): Node => nodesOf(value)[0] ?? {};

/** What Shopify's own script says of the product shown: its type and its vendor. */
export function* readShopify(
  { defaultView }: Document,
  facts: PageFacts,
  options: ReadOptions,
): Generator<unknown, void> {
  if (!defaultView || !isOn("shopify", options)) return;
  const { meta } = nodeOf((defaultView as { ShopifyAnalytics?: unknown }).ShopifyAnalytics);
  const product = nodeOf(nodeOf(meta).product);
  if (!facts.topics[0]) yield (facts.topics = chainTopic([pick(product, "type")]));
  facts.facets = { ...known({ brand: slug(pick(product, "vendor")) }), ...facts.facets };
}

/** The facets of a filter as the Storefront API writes it. */
function filterFacets(filter: Node): Record<string, string> {
  const { name, value } = nodeOf(filter.variantOption);
  return known({
    [facetName(plain(name))]: slug(plain(value)),
    brand: slug(plain(filter.productVendor)),
  });
}

/** Runs a task when the shop has agreed: an event fires before it has answered, and whatever the answer. */
function whenDone({ promise }: Node, task: () => void): void {
  // A refusal is the page's own affair: nothing was done, and nothing is told.
  const refused = (): void => undefined;
  Promise.resolve(promise).then((answer) => {
    if (!nodesOf(nodeOf(answer).userErrors)[0]) task();
  }, refused);
}

/**
 * Shopify's standard storefront events on the page (`cart` when a product has been put into the cart, `filter`), and the
 * form that themes without those events have. https://shopify.dev/docs/api/storefront-events-and-actions/events
 */
export function startShopify(ports: SourcePorts): void {
  const { document, listen, tell, tellOfPage, window } = ports;
  if (!("Shopify" in window)) return;
  const on = (type: string, handler: (event: Node) => void): void =>
    listen(document, [`shopify:${type}`], (event) => handler(event as unknown as Node));

  on("cart:lines-update", (event) => {
    const isPage = event.action === "add" && event.context === "product";
    if (isPage) whenDone(event, () => tellUnlessTold(ports, "cart"));
  });
  on("collection:update", ({ productFilters }) => {
    const filters = nodesOf(productFilters);
    const facets = Object.assign({}, ...filters.map(filterFacets)) as Record<string, string>;
    const topics = filters.flatMap((filter) => chainTopic([plain(filter.productType)]));
    if (topics[0]) tell({ kind: "filter", topics, facets });
    else if (Object.keys(facets)[0]) tellOfPage("filter", facets);
  });
  listen(window, ["submit"], ({ target, defaultPrevented }) => {
    const form = target as Element;
    if (!form.matches('form[action*="/cart/add"]') || form.closest("li,article")) return;
    if (defaultPrevented) tellUnlessTold(ports, "cart");
    else tellOfPage("cart");
  });
}
