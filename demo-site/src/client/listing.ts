import type { Item } from "../pages/structured-data.js";
import { pushEcommerce } from "./data-layer.js";
import { all, one, readShopData } from "./page.js";

/** Announces the page's main listing and every choice out of any listing. */
export function startListings(): void {
  const { list: mainList } = readShopData();
  for (const list of all("[data-list]")) {
    const name = list.dataset["list"] ?? "";
    const items = JSON.parse(list.dataset["items"] ?? "[]") as Item[];
    if (name === mainList) pushEcommerce("view_item_list", items.map(indexed), { item_list_id: name });
    list.addEventListener("click", (event) => announceChoice(event, name, items));
  }
}

function indexed(item: Item, index: number): Item & { index: number } {
  return { ...item, index };
}

function announceChoice(event: Event, list: string, items: readonly Item[]): void {
  const entry = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-product]") : null;
  const item = items.find(({ item_id }) => item_id === entry?.dataset["product"]);
  if (item) pushEcommerce("select_item", [item], { item_list_id: list });
}

/** The search page: hides what does not match the words in the address. */
export function startSearch(): void {
  const query = new URLSearchParams(location.search).get("q")?.trim() ?? "";
  const field = one("[data-query]");
  if (!(field instanceof HTMLInputElement) || query === "") return;
  field.value = query;
  pushSearch(query);
  const words = query.toLowerCase().split(/\s+/);
  const entries = all("[data-list=search] [data-words]");
  const matches = entries.filter((entry) => words.every((word) => entry.dataset["words"]?.includes(word)));
  const none = one("[data-none]");
  if (none) none.hidden = matches.length > 0;
  if (matches.length > 0) for (const entry of entries) entry.hidden = !matches.includes(entry);
}

function pushSearch(term: string): void {
  window.dataLayer ??= [];
  window.dataLayer.push({ event: "search", search_term: term });
}
