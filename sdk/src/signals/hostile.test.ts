import fc from "fast-check";
import { expect, test } from "vitest";
import { readPage } from "./read-page.js";
import { jsonLdPage, pageOf } from "./test/page.js";

const types = [
  "Product",
  "ProductGroup",
  "BreadcrumbList",
  "ItemList",
  "CollectionPage",
  "Article",
  "Recipe",
  "Event",
];
const keys = [
  ...[
    "@type",
    "@graph",
    "@id",
    "url",
    "name",
    "headline",
    "item",
    "itemListElement",
    "mainEntity",
    "offers",
    "price",
  ],
  ...[
    "category",
    "keywords",
    "hasVariant",
    "additionalProperty",
    "hasCertification",
    "award",
    "isRelatedTo",
    "value",
  ],
  ...["brand", "priceSpecification", "__proto__", "constructor"],
];
const { thing } = fc.letrec<{ thing: unknown }>((tie) => ({
  thing: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.jsonValue(),
    fc.constantFrom(...types, "https://schema.org/Product", "&amp;", "A > B", "http://["),
    fc.dictionary(fc.constantFrom(...keys), tie("thing"), { maxKeys: 8 }),
    fc.array(tie("thing"), { maxLength: 5 }),
  ),
}));

test("no JSON in a block makes reading throw, and every signal is well formed", () => {
  fc.assert(
    fc.property(fc.array(thing, { maxLength: 3 }), (blocks) => {
      const { document } = pageOf(
        jsonLdPage(...blocks)
          .replaceAll("</", "<\\/")
          .replaceAll("<\\/script", "</script"),
      );
      for (const { topics, page } of readPage(document, { now: 1, facets: ["x"], patterns: { "/*": {} } })) {
        expect(page).toBe("/p/42");
        for (const topic of topics) expect((topic as { id: string }).id).toMatch(/^\S{1,64}$/);
      }
    }),
    { numRuns: 300 },
  );
});

test("no text in a block makes reading throw", () => {
  const piece = fc.constantFrom(
    '"',
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "//",
    "/*",
    "<!--",
    "@type",
    "Product",
    "\\",
    "\n",
    "&#",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 30 }), (pieces) => {
      const { document } = pageOf('<script type="application/ld+json"></script>');
      (document.querySelector("script") as Element).textContent = pieces.join("");
      expect(() => readPage(document, { now: 1 })).not.toThrow();
    }),
    { numRuns: 300 },
  );
});

test("no microdata make reading throw", () => {
  const attribute = fc.constantFrom("itemprop=name", "itemprop=category", "itemprop=itemListElement", "itemprop=offers", "itemref=a", "id=a", "itemscope", "itemscope itemtype=https://schema.org/Product", "itemscope itemtype=https://schema.org/BreadcrumbList"); // prettier-ignore
  const { element } = fc.letrec<{ element: string }>((tie) => ({
    element: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constant("x"),
      fc
        .tuple(fc.array(attribute, { maxLength: 3 }), fc.array(tie("element"), { maxLength: 3 }))
        .map(([attributes, children]) => `<div ${attributes.join(" ")}>x${children.join("")}</div>`),
    ),
  }));
  fc.assert(
    fc.property(element, (html) => {
      expect(() => readPage(pageOf(html).document, { now: 1 })).not.toThrow();
    }),
    { numRuns: 150 },
  );
});
