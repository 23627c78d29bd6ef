import { isA } from "./json-ld.js";
import type { PageFacts, ReadOptions } from "./page-facts.js";

/** Microdata of products and trails, WooCommerce, Shopify, teasers and filters the merchant marks, filters, wish lists, search forms. */
const marks =
  '[itemtype$="Product"],[itemtype$="List"],.woocommerce-page,#shopify-features,[data-heim-topics],[data-heim-facet],[name^="filter"],[aria-pressed][class*="wish"],[type=search]:not([name=q],[name=s]),[role=search] [type=text]:not([name=q],[name=s])';
/** What speaks of a page that says nothing else. */
const hints = ',[itemtype],[property^="article:"],[property^="product:"],[name="keywords"]';

/**
 * Whether a page holds what only the readers and sources of `more.ts` understand: blocks to repair, microdata, a platform,
 * filters, wish lists, details of the product, or no topic in what most pages have.
 */
export function needsMore(
  document: Document,
  { broken, escaped, grid, nodes, shown: [thing], topics, url }: PageFacts,
  { patterns }: ReadOptions = {},
): boolean {
  try {
    return (
      escaped ||
      !!(broken[0] ?? patterns) ||
      (!topics[0] && nodes.some((node) => isA(node, /collectionpage/i))) ||
      (!!thing && (!topics[0] || !!grid[3] || /addit|award|hasC/.test(Object.keys(thing).join()))) ||
      /[?&]filter[._]/.test(url) ||
      document.querySelector(topics[0] ? marks : marks + hints) !== null
    );
  } catch {
    // Survived: a document that cannot be searched is read as far as it can be.
    return false;
  }
}
