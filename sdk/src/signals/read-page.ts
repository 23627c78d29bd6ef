import { more } from "./more.js";
import type { ReadOptions } from "./page-facts.js";
import { reading } from "./reading.js";
import type { Signal } from "./signal.js";

/**
 * What a page is about, as signals: one `view` of the page's subject (product, article or category), and one `list` with
 * what is listed on it. Reads `data-heim-topics`, `data-heim-facet`, JSON-LD, microdata, Open Graph and what Shopify and
 * WooCommerce say; nothing below `data-heim-ignore`. A category page is a view of its category. Never throws.
 * @returns at most one `view` and one `list`
 * @example readPage(document) // [{ kind: "view", topics: [{ id: "hiking-boots", label: "Hiking boots", parents: ["shoes"] }], … }]
 */
export function readPage(document: Document, options: ReadOptions = {}): Signal[] {
  const steps = reading(document, options);
  for (;;) {
    const step = steps.next(more);
    if (step.done) return step.value.signals;
  }
}
