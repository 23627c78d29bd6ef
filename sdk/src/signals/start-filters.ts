import { isIgnored, markedFacets } from "./attributes.js";
import type { SourcePorts } from "./ports.js";
import { facetName } from "./product-details.js";
import { slug } from "./slug.js";

/** `filter_color` of WooCommerce, `filter.v.option.color`, `filter.p.vendor` of Shopify; the last word is the name. */
const parameter = /^filter[._](?:.*\.)?(?!(?:gte|lte|availability)$)([\w-]+)$/;

/** The facets in an address's parameters, or of one input. */
function facetsIn(parameters: Iterable<readonly [string, string]>): Record<string, string> {
  const facets: Record<string, string> = {};
  for (const [key, values] of parameters) {
    const name = parameter.exec(key)?.[1];
    const value = slug(values.split(",", 1)[0] ?? "");
    if (name && value) facets[facetName(name)] = value;
  }
  return facets;
}

/**
 * A `filter` for each filter used: of the address, of inputs that a shop system names so, and clicks on what the merchant
 * marks with `data-heim-facet` alone. It is about the page's subject, too.
 */
export function startFilters({ document, listen, tellOfPage, window }: SourcePorts): void {
  const told = new Set<string>();
  function record(facets: Record<string, string>): void {
    const text = JSON.stringify(facets);
    if (text === "{}" || told.has(text)) return;
    told.add(text);
    tellOfPage("filter", facets);
  }

  record(facetsIn(new URLSearchParams(window.location.search)));
  listen(document, ["change"], ({ target }) => {
    const { name, value, checked, type } = target as Partial<HTMLInputElement>;
    if (name && value && (checked || type?.startsWith("select"))) record(facetsIn([[name, value]]));
  });
  listen(document, ["click"], ({ target }) => {
    const filter = (target as Partial<Element>).closest?.("[data-heim-facet]:not([data-heim-topics])");
    if (filter?.matches("a,button,input,label,option,[role]") && !isIgnored(filter))
      record(markedFacets(filter));
  });
}
