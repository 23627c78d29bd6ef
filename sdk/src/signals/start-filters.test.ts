import { expect, test } from "vitest";
import { jsonLdPage, trail } from "./test/page.js";
import { kinds, visit, type Visit } from "./test/visit.js";

const shoes = jsonLdPage(trail("Home", "Shoes"));
const facets = ({ told }: Visit): unknown[] =>
  told.flatMap((signal) => (signal.kind === "filter" ? [signal.facets] : []));

test.each([
  ["filter_color=red&query_type_color=or", { color: "red" }],
  ["filter_color=red,blue", { color: "red" }],
  ["filter.v.option.Farbe=Rot&filter.p.vendor=Acme", { color: "rot", brand: "acme" }],
  ["filter.p.m.custom.material=Wool", { material: "wool" }],
  ["filter.v.price.gte=10&filter.v.availability=1", undefined],
  ["min_price=10&sort=price", undefined],
])("the address ?%s filters by %j", (query, expected) => {
  const session = visit(shoes, { url: `https://shop.example/Shoes/?${query}` });
  expect(facets(session)).toEqual(expected ? [expected] : []);
  expect(kinds(session)[1]).toBe(expected && "filter shoes");
});

test("inputs that a shop system names as filters tell each choice once; unchecking tells nothing", () => {
  const session = visit(`${shoes}<input type="checkbox" name="filter.v.option.size" value="42">`);
  const input = session.document.querySelector("input") as HTMLInputElement;
  for (const checked of [true, false, true]) {
    input.checked = checked;
    session.fire(input, "change");
  }
  expect(facets(session)).toEqual([{ size: "42" }]);
});

test("a click on what the merchant marks with a facet alone is a filter; a teaser's is none", () => {
  const session = visit(`${shoes}<a id="red" href="#r" data-heim-facet="color:red">r</a>
    <ul><li data-heim-topics="boots" data-heim-facet="brand:acme"><a id="boot" href="#b">b</a></li></ul>
    <div data-heim-ignore><a id="no" href="#n" data-heim-facet="color:blue">n</a></div>`);
  for (const id of ["red", "boot", "no"]) session.fire(session.document.getElementById(id), "click");
  expect(facets(session)).toEqual([{ color: "red" }]);
});

test("a filter on a page about nothing is told with its facets", () => {
  const session = visit("<h1>x</h1>", { url: "https://shop.example/all?filter_brand=acme" });
  expect(session.told).toMatchObject([{ kind: "filter", topics: [], facets: { brand: "acme" } }]);
});
