import fc from "fast-check";
import { expect, test } from "vitest";
import { isA, type Node, readNodes } from "./json-ld.js";
import type { PageFacts } from "./page-facts.js";
import { repair } from "./repair.js";
import { jsonLdPage, pageOf } from "./test/page.js";

test.each([
  ["a trailing comma", '{"a": [1, 2, ], "b": 3, }', { a: [1, 2], b: 3 }],
  ["a line comment", '{"a": 1, // one\n "b": 2}', { a: 1, b: 2 }],
  ["a comment that comments out the last member", '{"a": 1, // x\n //"b": 2\n}', { a: 1 }],
  ["a block comment", '/* ours */ {"a": 1} /* open', { a: 1 }],
  ["CDATA and HTML comment marks", '//<![CDATA[\n{"a": 1}\n//]]>', { a: 1 }],
  ["raw line breaks in a string", '{"a": "line 1\n\tline 2\u0000"}', { a: "line 1  line 2 " }],
  ["a semicolon at the end", '{"a": 1};\n', { a: 1 }],
])("repairs %s", (_, text, value) => {
  expect(repair(text)).toEqual(value);
});

test("strings that look like faults stay as they are", () => {
  const text = '{"url": "https://x.example/a,]", "code": "/* no */ // \\" ,}", }';
  expect(repair(text)).toEqual({ url: "https://x.example/a,]", code: '/* no */ // " ,}' });
});

test("what cannot be repaired safely is skipped", () => {
  expect(repair('{"name": "24" monitor"}')).toBeUndefined();
  expect(repair("")).toBeUndefined();
});

test("the repair is linear even in hostile text", () => {
  const started = performance.now();
  for (const text of ['\\"'.repeat(200_000), "/*".repeat(200_000), ",".repeat(400_000)]) repair(`{${text}`);
  expect(performance.now() - started).toBeLessThan(3000);
});

test("every JSON value survives a comment and a trailing comma", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(repair(`// x\n[${JSON.stringify(value)},]`)).toEqual(JSON.parse(JSON.stringify([value])));
    }),
  );
});

test("no text makes it throw", () => {
  fc.assert(fc.property(fc.string(), (text) => void repair(text)));
});

function nodesIn(html: string): { nodes: Node[]; broken: string[] } {
  const found = { nodes: [], broken: [] };
  const steps = readNodes(pageOf(html).document, found as unknown as PageFacts, {});
  while (!steps.next().done);
  return found;
}

test("a block that is not strict JSON, or too long for a slice, costs no other", () => {
  const long = jsonLdPage({ "@type": "Product", name: "x".repeat(250_000) });
  const bad = '<script type="application/ld+json">{"@type": "Event",}</script>';
  const { nodes, broken } = nodesIn(long + bad + jsonLdPage({ "@type": "Recipe" }));
  expect([nodes.map((node) => node["@type"]), broken]).toEqual([["Recipe"], ['{"@type": "Event",}']]);
});

test("things are found in graphs, lists and main entities, but not in lists of other pages' things", () => {
  const { nodes } = nodesIn(
    jsonLdPage(
      [{ "@graph": [{ "@type": "WebPage", breadcrumb: { "@type": "BreadcrumbList" } }] }],
      { "@type": "ItemPage", mainEntity: [{ "@type": "Product" }], relatedTo: { "@type": "Event" } },
      { "@type": "ItemList", itemListElement: [{ item: { "@type": "Recipe" } }] },
      "nothing",
    ),
  );
  const types = nodes.map((node) => node["@type"]);
  expect(types).toEqual([undefined, "WebPage", "BreadcrumbList", "ItemPage", "Product", "ItemList"]);
});

test("a deep and wide graph ends", () => {
  let deep: object = { "@type": "Product" };
  for (let level = 0; level < 100; level++) deep = { "@graph": [deep] };
  const wide = { "@graph": Array.from({ length: 5000 }, () => ({ "@type": "Product" })) };
  expect(nodesIn(jsonLdPage(deep, wide)).nodes.length).toBeLessThan(600);
});

test("types are compared without case and vocabulary", () => {
  expect(isA({ "@type": "http://schema.org/Product" }, /product$/i)).toBe(true);
  expect(isA({ "@type": ["Thing", "schema:product"] }, /product$/i)).toBe(true);
  expect(isA({}, /./)).toBe(false);
});
