import { expect, test } from "vitest";
import { products } from "../catalogue/index.js";
import { createContext, pathOf, render, routes, type Cmp } from "./index.js";

const boot = `const marker = "boot < here";`;
const sdk = { boot, integrity: "sha384-abc" };
const pages = (["en", "de"] as const).flatMap((language) =>
  (["banner", "manual"] as Cmp[]).flatMap((cmp) => {
    const context = createContext(language, cmp, { sdk });
    return routes.map((route) => ({ language, cmp, route, html: render(context, route) }));
  }),
);
const paths = new Set(pages.map(({ language, route }) => pathOf(language, route)));

/** What a browser renders at first: templates are inert. */
const rendered = (html: string): string => html.replace(/<template[\s\S]*?<\/template>/g, "");
const count = (html: string, pattern: RegExp): number => [...html.matchAll(pattern)].length;

test("there are pages for forty products, eight categories and four departments in both languages and modes", () => {
  expect(products).toHaveLength(40);
  expect(pages).toHaveLength(2 * 2 * (40 + 8 + 4 + 9));
  expect(paths.size).toBe(2 * (40 + 8 + 4 + 9));
});

test.each(pages)("$language $cmp $route is a valid document", ({ html, language, route }) => {
  expect(html).toMatch(/^<!doctype html>\n<html lang="(en|de)">/);
  expect(html).toContain(`<html lang="${language}">`);
  expect(count(rendered(html), /<h1[\s>]/g)).toBe(1);
  expect(html).toContain(`<link rel="canonical" href="https://almweg.example${pathOf(language, route)}">`);
  expect(html).toMatch(/<title>[^<]+<\/title>/);
  expect(html).toMatch(/<meta name="description" content="[^"]+">/);
  expect(html).not.toMatch(/undefined|\[object |NaN/);
});

test.each(pages)("$language $cmp $route needs nothing a strict policy forbids", ({ html }) => {
  expect(html).not.toMatch(/\sstyle=/);
  expect(html).not.toMatch(/<style/);
  expect(html).not.toMatch(/\son[a-z]+="/);
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/script>/g)];
  const executed = inline.filter(
    ([, attributes]) => !/type="application\/(ld\+)?json"/.test(attributes ?? ""),
  );
  expect(executed.map(([, , text]) => text)).toEqual([boot]);
});

test.each(pages)(
  "$language $cmp $route links only to pages that exist, and keeps its mode",
  ({ html, cmp }) => {
    const links = [...html.matchAll(/<a\s[^>]*href="(\/[^"]*)"/g)].map(([, href]) => href!);
    expect(links.length).toBeGreaterThan(10);
    for (const link of links) {
      const [path, query] = link.split("?");
      expect(paths).toContain(path);
      expect(query).toBe(cmp === "manual" ? "cmp=manual" : undefined);
    }
    for (const [, action] of html.matchAll(/action="([^"]+)"/g)) expect(paths).toContain(action);
  },
);

test("ids, images and alternative texts are complete", () => {
  for (const { html } of pages) {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(count(html, /<img /g)).toBe(count(html, /<img [^>]*\salt="/g));
    expect(count(html, /<img /g)).toBe(count(html, /<img [^>]*width="\d+" height="\d+"/g));
  }
});

test("the SDK's script stands in every head as the contract writes it", () => {
  const tag =
    `<script src="/heimspiel.js" integrity="sha384-abc" crossorigin data-site="outdoor" ` +
    `data-collector="/heim" data-manifest="/heimspiel.json" async></script>`;
  for (const { html } of pages) expect(html.split("</head>")[0]).toContain(tag);
});

test("without a built SDK the pages have neither boot nor integrity", () => {
  const html = render(createContext("en", "banner"), "home");
  expect(html).toContain(`<script src="/heimspiel.js" crossorigin`);
  expect(html).not.toContain("integrity");
});

test("only pages in banner mode load the banner; only those in manual mode have the two buttons", () => {
  for (const { html, cmp } of pages) {
    expect(html.includes("cookieconsent.umd.js")).toBe(cmp === "banner");
    expect(html.includes("data-manual-consent")).toBe(cmp === "manual");
    expect(html).toContain("data-open-consent");
  }
});

test("the home page has the two slots, with variants in order of priority", () => {
  const html = render(createContext("en", "banner"), "home");
  expect([...html.matchAll(/data-heim-slot="([^"]+)"/g)].map(([, name]) => name)).toEqual([
    "home-hero",
    "home-tips",
  ]);
  const variants = [...html.matchAll(/<template data-heim-variant="([^"]+)"/g)].map(([, name]) => name);
  expect(variants).toEqual(["peru", "hiking", "checklist", "question"]);
  expect(html).toContain(`data-heim-goal="checkout" data-heim-holdout="10"`);
  expect(html).toContain(
    `data-heim-variant="hiking" data-heim-when="interest.hiking &gt;= 0.4" data-heim-topics="hiking-boots"`,
  );
});

test("pages about a topic name the same id in both languages", () => {
  for (const language of ["en", "de"] as const) {
    const context = createContext(language, "banner");
    expect(render(context, "product:passo-mid")).toContain(
      `<main id="content" data-heim-topics="hiking-boots">`,
    );
    expect(render(context, "department:travel")).toContain(`<main id="content" data-heim-topics="travel">`);
  }
});

test("no field of the checkout could be sent", () => {
  const html = render(createContext("de", "banner"), "checkout");
  const form = /<form class="checkout"[\s\S]*?<\/form>/.exec(html)?.[0] ?? "";
  expect(form).toContain(`data-heim-goal="checkout"`);
  expect(form).not.toMatch(/\sname="/);
});
