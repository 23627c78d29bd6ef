import fc from "fast-check";
import { expect, test } from "vitest";
import { priceBand } from "./price-band.js";
import { readPage } from "./read-page.js";
import { jsonLdPage, pageOf } from "./test/page.js";

const others = [10, 20, 30, 40, 50, 60];

test.each([
  [5, others, "low"],
  [20, others, "low"],
  [35, others, "mid"],
  [55, others, "high"],
  [99, others, "high"],
  [20, [10, 90, 100, 120], "low"],
  [undefined, others, undefined],
  [5, [10, 20, 30], undefined],
  [5, [10, undefined, 20, 30, 0], undefined],
  [5, [10, 10, 10, 10], undefined],
])("the price %j among %j is %j", (price, prices, band) => {
  expect(priceBand(price, prices)).toBe(band);
});

test("a dearer product is in no lower band, whatever the currency's scale", () => {
  const rank = ["low", "mid", "high"];
  const price = fc.integer({ min: 1, max: 10_000 });
  fc.assert(
    fc.property(price, price, fc.array(price, { minLength: 4, maxLength: 40 }), (a, b, prices) => {
      const bands = [a, b].sort((x, y) => x - y).map((p) => rank.indexOf(priceBand(p, prices) ?? "low"));
      expect(bands[0]).toBeLessThanOrEqual(bands[1]!);
      expect(priceBand(a * 100, prices.map((p) => p * 100))).toBe(priceBand(a, prices)); // prettier-ignore
    }),
  );
});

const boot = { "@type": "Product", name: "Boot", category: "Boots", offers: { price: "12.00" } };
const facetsOf = (product: object, facets?: string[]): unknown =>
  readPage(pageOf(jsonLdPage({ ...boot, ...product })).document, { now: 1, facets })[0]?.facets;
const property = (name: string, value: unknown): object => ({ "@type": "PropertyValue", name, value });

test("colour, size and brand are known by any name; other properties where the merchant names them", () => {
  const additionalProperty = [property("Farbe", "Rot"), property("Größe", 42), property("Wasserdicht", "Ja")];
  expect(facetsOf({ additionalProperty })).toEqual({ color: "rot", size: "42" });
  expect(facetsOf({ additionalProperty }, ["Wasserdicht"])).toEqual({
    color: "rot",
    size: "42",
    wasserdicht: "ja",
  });
  expect(facetsOf({ additionalProperty, color: "Blau" })).toMatchObject({ color: "blau" });
});

test.each([
  ["a certification", { hasCertification: { "@type": "Certification", name: "GOTS" } }, "gots"],
  [
    "the first of several",
    { hasCertification: [{ name: "Blauer Engel" }, { name: "GOTS" }] },
    "blauer-engel",
  ],
  ["an award", { award: "Red Dot 2026" }, "red-dot-2026"],
])("the quality seal is %s", (_, product, seal) => {
  expect(facetsOf(product)).toEqual({ seal });
});

test("a product is cheap or dear among those related to it, and neither without them", () => {
  const isRelatedTo = [30, 40, 50, 60].map((price) => ({ "@type": "Product", name: "x", offers: { price } }));
  expect(facetsOf({ isRelatedTo, award: "x" })).toEqual({ seal: "x", price: "low" });
  const itemListElement = isRelatedTo.map((item) => ({ "@type": "ListItem", item }));
  const html = jsonLdPage(boot, { "@type": "ItemList", itemListElement });
  expect(readPage(pageOf(html).document, { now: 1 })[0]?.facets).toEqual({ price: "low" });
  expect(facetsOf({ award: "x" })).toEqual({ seal: "x" });
});
