import { expect, test } from "vitest";
import { pageOf } from "./test/page.js";
import { atOnce } from "./test/visit.js";
import { startSources } from "./start-sources.js";

type Holder = Record<string, unknown>;

const entry = (id: string): object => ["event", "add_to_cart", { items: { item_category: id } }];

function watch(layer?: unknown, options?: { name?: string; since?: number }) {
  const { window, document } = pageOf("");
  const holder = window as unknown as Holder;
  if (layer !== undefined) holder.dataLayer = layer;
  const seen: unknown[] = [];
  const stop = startSources({
    ...{ document, window, clock: () => 1, log: () => undefined, names: ["dataLayer"], ...atOnce },
    emit: ({ topics: [topic] }) => seen.push((topic as { id: string }).id),
    ...(options && { dataLayer: options }),
  });
  const load = (): void => {
    window.dispatchEvent(new (window as unknown as typeof globalThis).Event("load"));
  };
  return { holder, seen, stop, load };
}

test("reads entries before and after, and push still returns the length", () => {
  const layer: unknown[] = [entry("a")];
  const { seen } = watch(layer);
  expect(layer.push(entry("b"), entry("c"))).toBe(3);
  expect([layer.length, seen]).toEqual([3, ["a", "b", "c"]]);
});

test("entries of an earlier page are left out", () => {
  expect(watch(["a", "b", "c"].map(entry), { since: 2 }).seen).toEqual(["c"]);
});

test("stop puts back the array's own push, or the tag manager's", () => {
  const plain: unknown[] = [];
  watch(plain).stop();
  expect(plain.push).toBe(Array.prototype.push);

  const managed: unknown[] = [];
  const own = (...entries: unknown[]): number => Array.prototype.push.apply(managed, entries) * 100;
  managed.push = own;
  const { seen, stop } = watch(managed);
  expect(managed.push(entry("a"))).toBe(100);
  stop();
  stop();
  expect(managed.push).toBe(own);
  managed.push(entry("b"));
  expect(seen).toEqual(["a"]);
});

test("whoever wrapped push after us keeps working when we stop", () => {
  const layer: unknown[] = [];
  const { seen, stop } = watch(layer);
  const ours = layer.push.bind(layer);
  const later = (...entries: unknown[]): number => ours(...entries);
  layer.push = later;
  stop();
  expect(layer.push(entry("x"))).toBe(1);
  expect([layer.push, layer.length, seen]).toEqual([later, 1, []]);
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
  const layer = (holder.dataLayer = [entry("late")] as unknown[]);
  load();
  layer.push(entry("later"));
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
