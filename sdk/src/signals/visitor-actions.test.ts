import { expect, test } from "vitest";
import { kinds, visit } from "./test/visit.js";

test("clicks on topic-bearing links are selects; on anything else they are nothing", () => {
  const session = visit(`<main data-heim-topics="shop"><a id="plain" href="#x">x</a>
    <ul><li data-heim-topics="boots" data-heim-facet="brand:acme"><a id="card" href="#b"><b id="inner">b</b></a></li>
    <li><a id="holder" href="#t"><span data-heim-topics="tents">t</span></a></li></ul>
    <div data-heim-ignore><ul><li data-heim-topics="no"><a id="ignored" href="#n">n</a></li></ul></div></main>`);
  for (const id of ["plain", "inner", "holder", "ignored"])
    session.fire(session.document.getElementById(id), "click");
  session.fire(session.document, "click");
  expect(kinds(session)).toEqual(["view shop", "list boots tents", "select boots", "select tents"]);
  expect(session.told[2]?.facets).toEqual({ brand: "acme" });
});

test("a click and its select_item are one select", () => {
  const html = '<ul><li data-heim-topics="boots"><a id="a" href="#b">b</a></li></ul>';
  const session = visit(html, { layer: [] });
  session.fire(session.document.getElementById("a"), "click");
  session.window.dataLayer?.push({
    event: "select_item",
    ecommerce: { items: [{ item_category: "Boots" }] },
  });
  expect(kinds(session)).toEqual(["list boots", "select boots"]);
});

test.each([
  ["https://shop.example/?s=tents", ["search tents"]],
  ["https://shop.example/search?q=tents&page=2", ["search tents"]],
  ["https://shop.example/?x=tents", []],
])("the search in the address %s", (url, expected) => {
  expect(kinds(visit("", { url }))).toEqual(expected);
});

test("a search form tells its search unless the next address will", () => {
  const form = (attributes: string, name: string): string =>
    `<form ${attributes}><input type="search" name="${name}" value="tents"></form>`;
  const submitted = (html: string): string[] => {
    const session = visit(html);
    session.fire(session.document.querySelector("form"), "submit");
    return kinds(session);
  };
  expect(submitted(form("", "q"))).toEqual([]);
  expect(submitted(form("", "query"))).toEqual(["search tents"]);
  expect(submitted('<form role="search"><input type="text" name="find" value="tents"></form>')).toEqual([
    "search tents",
  ]);
  expect(submitted('<form><input name="email" value="tents"></form>')).toEqual([]);
  expect(submitted(`<div data-heim-ignore>${form("", "query")}</div>`)).toEqual([]);
});

test("a search form's search and the app's own event are one search", () => {
  const session = visit('<form><input type="search" name="find" value="tents"></form>', { layer: [] });
  session.fire(session.document.querySelector("form"), "submit");
  session.window.dataLayer?.push({ event: "search", search_term: "Tents" });
  expect(kinds(session)).toEqual(["search tents"]);
});
