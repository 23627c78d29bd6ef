import { expect, test } from "vitest";
import { pageOf } from "./test/page.js";
import { watchDataLayer } from "./watch-data-layer.js";

type Holder = Record<string, unknown>;
const guard = (run: () => void): void => run();

function watch(layer?: unknown, options = { name: "dataLayer", since: 0 }) {
  const { window } = pageOf("");
  const holder = window as unknown as Holder;
  if (layer !== undefined) holder.dataLayer = layer;
  const seen: unknown[] = [];
  const stop = watchDataLayer({ guard, window }, options, (entry) => seen.push(entry));
  const load = (): unknown =>
    window.dispatchEvent(new (window as unknown as typeof globalThis).Event("load"));
  return { holder, seen, stop, load };
}

test("reads entries before and after, and push still returns the length", () => {
  const layer: unknown[] = [1];
  const { seen } = watch(layer);
  expect(layer.push(2, 3)).toBe(3);
  expect([layer, seen]).toEqual([[1, 2, 3], [1, 2, 3]]); // prettier-ignore
});

test("entries of an earlier page are left out", () => {
  expect(watch([1, 2, 3], { name: "dataLayer", since: 2 }).seen).toEqual([3]);
});

test("stop leaves the array as it was, with its own push or the tag manager's", () => {
  const plain: unknown[] = [];
  watch(plain).stop();
  expect(Object.keys(plain)).toEqual([]);
  expect(plain.push).toBe(Array.prototype.push);

  const managed: unknown[] = [];
  const own = (...entries: unknown[]): number => Array.prototype.push.apply(managed, entries) * 100;
  managed.push = own;
  const { seen, stop } = watch(managed);
  expect(managed.push("a")).toBe(100);
  stop();
  stop();
  expect(managed.push).toBe(own);
  managed.push("b");
  expect(seen).toEqual(["a"]);
});

test("whoever wrapped push after us keeps working when we stop", () => {
  const layer: unknown[] = [];
  const { seen, stop } = watch(layer);
  const ours = layer.push.bind(layer);
  const later = (...entries: unknown[]): number => ours(...entries);
  layer.push = later;
  stop();
  expect(layer.push("x")).toBe(1);
  expect([layer.push, layer[0], seen]).toEqual([later, "x", []]);
});

test("the page's own error in push reaches the page", () => {
  const layer: unknown[] = [];
  layer.push = () => {
    throw new TypeError("the shop's");
  };
  watch(layer);
  expect(() => layer.push(1)).toThrow("the shop's");
});

test("a dataLayer that is missing is not created, and is found when the page has loaded", () => {
  const { holder, seen, load, stop } = watch();
  expect("dataLayer" in holder).toBe(false);
  const layer = (holder.dataLayer = ["late"] as unknown[]);
  load();
  layer.push("later");
  load();
  expect(seen).toEqual(["late", "later"]);
  stop();
  expect(layer.push).toBe(Array.prototype.push);
});

test.each([{ event: "x" }, "text", 5, () => 1])("a dataLayer that is %j is left alone", (layer) => {
  const { seen, load, stop } = watch(layer);
  load();
  stop();
  expect(seen).toEqual([]);
});
