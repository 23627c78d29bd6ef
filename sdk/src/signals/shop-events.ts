import { nodesOf, type Node } from "./json-ld.js";
import type { SignalKind } from "./signal.js";
import { amount } from "./text.js";

/** The cart, as far as the page has told of it: pieces, and what they cost together. */
export interface Cart {
  items: number;
  value?: number;
}

/** From what was known of the cart to what is known now. */
export type CartStep = (cart?: Cart) => Cart;

/** Hears of an event of the dataLayer that is a signal, or would be if it named what it is about. */
export type Hear = (kind: SignalKind, event: string, params: Node) => void;

/** On which type of page an event happens, or one of its kind. */
const types: Readonly<Record<string, string>> = {
  ...{ view: "product", view_item_list: "list", search: "search" },
  ...{ view_cart: "cart", begin_checkout: "checkout", purchase: "thank-you" },
};

/** The type of the page an event happens on; undefined where it may be any. */
export const typeOfEvent = (kind: SignalKind, event: string): string | undefined =>
  types[event] ?? types[kind];

/** No more than a profile can hold, to the cent. */
const bounded = (sum: number): number => Math.round(Math.min(Math.max(0, sum), 1e9) * 100) / 100;

/**
 * What an event says of the cart: `view_cart` and `begin_checkout` show all of it, `add_to_cart` and `remove_from_cart` change
 * it, `purchase` empties it. The value is the event's, else the sum of its items' prices; where one is missing it is unknown.
 * @returns undefined when the event says nothing of the cart, or does not list its items
 */
export function cartStep(kind: SignalKind, event: string, { items, value }: Node): CartStep | undefined {
  const change = kind === "cart" ? 1 : kind === "uncart" ? -1 : 0;
  const sign = change || (/^view_cart|checkout/.test(event) ? 1 : 0);
  if (!Array.isArray(items) || !(sign || kind === "purchase")) return undefined;
  let pieces = 0;
  let sum = 0;
  for (const { quantity, price } of nodesOf(items)) {
    const count = amount(quantity) ?? 1;
    pieces += count;
    sum += count * (amount(price) ?? NaN);
  }
  return (cart) => {
    const before = (change && cart) || { items: 0, value: 0 };
    const left = bounded(before.items + sign * pieces);
    const worth = left && bounded((before.value ?? NaN) + sign * (amount(value) ?? sum));
    return { items: left, ...(worth >= 0 && { value: worth }) };
  };
}
