import fc from "fast-check";
import { expect, test } from "vitest";
import { matchPatterns } from "./patterns.js";
import { readPage } from "./read-page.js";
import { pageOf } from "./test/page.js";

const hit = { topics: ["hit"] };

test.each([
  ["/shoes", "/shoes", true],
  ["/shoes", "/Shoes/", true],
  ["/shoes", "/shoes/boots", false],
  ["/shoes/*", "/shoes", true],
  ["/shoes/*", "/shoes/boots/17", true],
  ["/shoes/*", "/shoestrings", false],
  ["*", "/", true],
  ["/*/boots", "/de/shop/boots", true],
  ["/*/boots/*", "/boots/boots/x/boots", true],
  ["/c/:kind", "/c/boots", true],
  ["/c/:kind", "/c", false],
  ["/c/:kind", "/c/boots/17", false],
  ["/p-*", "/p-boot-17", true],
  ["/*.html", "/boot.html", true],
  ["/a*b*c", "/abc", true],
  ["/a*b*c", "/acb", false],
  ["/ab*ba", "/aba", false],
  ["/h%C3%BCte", "/hüte", false],
  ["/hüte", "/h%C3%BCte", true],
  ["/100%", "/100%", true],
  ["/(a+)+$", "/aaaa", false],
  ["/shop.de", "/shopxde", false],
])("%j on %j: %j", (pattern, path, expected) => {
  expect(matchPatterns(path, { [pattern]: hit }).topics).toEqual(expected ? ["hit"] : []);
});

test("what stood in the address becomes a topic; all that match add topics, the first says the type", () => {
  const patterns = {
    "/shop/:Kind/*": { topics: [":kind", "outdoor"], type: "product" },
    "/*": { topics: ["all"], type: "page" },
  };
  expect(matchPatterns("/shop/H%C3%BCte%20&%20M%C3%BCtzen/17", patterns)).toEqual({
    topics: ["huete-muetzen", "outdoor", "all"],
    type: "product",
  });
  expect(matchPatterns("/x", { "/y": hit })).toEqual({ topics: [] });
});

test("a hostile pattern takes no longer than a harmless one", () => {
  const started = performance.now();
  matchPatterns(`/${"a/".repeat(2000)}`, { [`/${"*/a/".repeat(500)}b`]: hit });
  matchPatterns(`/${"a".repeat(5000)}`, { [`/${"a*".repeat(2000)}b`]: hit });
  expect(performance.now() - started).toBeLessThan(1000);
});

test("no path and no pattern make it throw; a pattern without signs matches only itself", () => {
  fc.assert(
    fc.property(fc.webPath(), fc.string(), (path, pattern) => {
      matchPatterns(path, { [pattern]: hit });
      expect(matchPatterns(path, { "/*": hit }).topics).toEqual(["hit"]);
    }),
  );
});

test("patterns say what a page is about, before all but the attributes", () => {
  const { document } = pageOf("<h1>x</h1>", "https://shop.example/c/boots/17");
  const [view] = readPage(document, { now: 1, patterns: { "/c/:kind/*": { topics: [":kind"] } } });
  expect(view).toMatchObject({ kind: "view", topics: [{ id: "boots", weight: 1 }] });
});
