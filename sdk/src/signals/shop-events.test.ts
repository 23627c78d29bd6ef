import { expect, test } from "vitest";
import type { Cart } from "./shop-events.js";
import { visit } from "./test/visit.js";

/** What is known of the cart after these events. */
function cartAfter(layer: unknown[], cart?: Cart): Cart | undefined {
  let known = cart;
  visit("", { layer, onCart: (step) => (known = step(known)) });
  return known;
}

const event = (name: string, ...items: object[]): object => ({ event: name, ecommerce: { items } });
const boot = { item_name: "Boot", price: 99.95, quantity: 2 };
const sock = { item_name: "Sock", price: "5,10" };

test("view_cart tells the whole cart: pieces, and the value it names or their sum", () => {
  expect(cartAfter([event("view_cart", boot, sock)], { items: 9 })).toEqual({ items: 3, value: 205 });
  expect(cartAfter([["event", "view_cart", { value: 150, items: [boot] }]])).toEqual({
    items: 2,
    value: 150,
  });
  expect(cartAfter([event("begin_checkout", sock)])).toEqual({ items: 1, value: 5.1 });
});

test("an empty cart is known to be empty", () => {
  expect(cartAfter([event("view_cart")], { items: 2, value: 9 })).toEqual({ items: 0, value: 0 });
});

test("what goes in and out changes it, to the cent, and never below nothing", () => {
  const more = [event("add_to_cart", boot), event("add_to_cart", sock), event("remove_from_cart", boot)];
  expect(cartAfter(more)).toEqual({ items: 1, value: 5.1 });
  expect(cartAfter([event("remove_from_cart", boot)], { items: 1, value: 9 })).toEqual({
    items: 0,
    value: 0,
  });
});

test("Universal Analytics: add and remove", () => {
  const layer = [{ ecommerce: { add: { products: [{ name: "Boot", price: "10", quantity: 3 }] } } }];
  expect(cartAfter(layer, { items: 1, value: 1 })).toEqual({ items: 4, value: 31 });
});

test("a price that is missing makes the value unknown, until the whole cart or an empty one is told", () => {
  const unknown = cartAfter([event("add_to_cart", { item_name: "Cup" })], { items: 1, value: 9 });
  expect(unknown).toEqual({ items: 2 });
  expect(cartAfter([event("add_to_cart", boot)], unknown)).toEqual({ items: 4 });
  expect(cartAfter([event("remove_from_cart", { ...boot })], unknown)).toEqual({ items: 0, value: 0 });
});

test("a purchase empties it", () => {
  expect(cartAfter([event("purchase", boot)], { items: 2, value: 9 })).toEqual({ items: 0, value: 0 });
  expect(cartAfter([event("purchase", { item_name: "Cup" })], { items: 2 })).toEqual({ items: 0, value: 0 });
});

test.each([
  ["another event", event("view_item", boot)],
  ["no list of items", { event: "view_cart", ecommerce: { value: 9 } }],
  ["items that are none", { event: "add_to_cart", ecommerce: { items: "boot" } }],
])("%s says nothing of the cart", (_, entry) => {
  expect(cartAfter([entry], { items: 2, value: 9 })).toEqual({ items: 2, value: 9 });
});

test("numbers that cannot be true stay within bounds", () => {
  expect(cartAfter([event("add_to_cart", { item_name: "x", quantity: 1e300, price: 1e300 })])).toEqual({
    items: 1e9,
    value: 1e9,
  });
});
