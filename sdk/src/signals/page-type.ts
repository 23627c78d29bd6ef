import { isA, type Node } from "./json-ld.js";
import type { PageFacts } from "./page-facts.js";
import { isSearch } from "./structured-data.js";
import { isHome } from "./trail.js";

/**
 * What type of page it is, as far as it says so itself: the merchant's pattern, then the product shown, a search, the home page
 * by its address, a recipe, event or article, a list, and last what Open Graph says.
 */
export function typeOfPage({ grid, item, nodes, og, shown, type, url }: PageFacts): string | undefined {
  const has = (things: readonly Node[], name: RegExp): boolean => things.some((node) => isA(node, name));
  if (type) return type;
  if (item || has(shown, /product/i)) return "product";
  if (isSearch(url)) return "search";
  if (isHome(url)) return "home";
  if (has(shown, /recipe$/i)) return "recipe";
  if (has(shown, /event$/i)) return "event";
  if (has(shown, /(article|posting)$/i)) return "article";
  return grid[0] || has(nodes, /collectionpage$/i) ? "list" : og;
}
