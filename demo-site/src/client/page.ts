import type { Item } from "../pages/structured-data.js";

/** What a page tells this script in its `#shop-data` block. */
export interface ShopData {
  readonly language: "en" | "de";
  readonly type?: string;
  readonly list?: string;
  readonly item?: Item;
  readonly shelf?: Readonly<Record<string, ShelfEntry>>;
}

/** A product as the cart draws it. */
export interface ShelfEntry {
  readonly item: Item;
  readonly kind: string;
  readonly href: string;
  readonly picture: string;
}

/** Reads the page's data block. */
export function readShopData(): ShopData {
  const text = document.getElementById("shop-data")?.textContent ?? "{}";
  return JSON.parse(text) as ShopData;
}

/** The first element that matches. */
export function one(selector: string, root: ParentNode = document): HTMLElement | null {
  return root.querySelector<HTMLElement>(selector);
}

/** All elements that match. */
export function all(selector: string, root: ParentNode = document): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(selector)];
}

/** Writes a text into the first element that matches. */
export function write(selector: string, text: string, root: ParentNode = document): void {
  const element = one(selector, root);
  if (element) element.textContent = text;
}

/** Shows or hides every element that matches. */
export function toggle(selector: string, shown: boolean): void {
  for (const element of all(selector)) element.hidden = !shown;
}

/** A copy of a template's only element. */
export function copyOf(selector: string): HTMLElement | undefined {
  const template = document.querySelector<HTMLTemplateElement>(selector);
  const element = template?.content.firstElementChild?.cloneNode(true);
  return element instanceof HTMLElement ? element : undefined;
}

/** A price in euros, as the page's language writes it. */
export function money(euros: number, language: "en" | "de"): string {
  const locale = language === "de" ? "de-DE" : "en-IE";
  return new Intl.NumberFormat(locale, { style: "currency", currency: "EUR" }).format(euros);
}
