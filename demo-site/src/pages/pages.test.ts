import { expect, test } from "vitest";
import { products } from "../catalogue/index.js";
import { cmpIds, cmps, defaultCmp } from "../cmps.js";
import { createContext, pathOf, render, routes } from "./index.js";

const boot = `const marker = "boot < here";`;
const sdk = { boot, integrity: "sha384-abc" };
const pages = (["en", "de"] as const).flatMap((language) =>
  cmpIds.flatMap((cmp) => {
    const context = createContext(language, cmp, { sdk });
    return routes.map((route) => ({ language, cmp, route, html: render(context, route) }));
  }),
);
const modes = (["en", "de"] as const).flatMap((language) =>
  cmpIds.map((cmp) => ({
    language,
    cmp,
    own: pages.filter((page) => page.language === language && page.cmp === cmp),
  })),
);
const paths = new Set(pages.map(({ language, route }) => pathOf(language, route)));

/** What a browser renders at first: templates are inert. */
const rendered = (html: string): string => html.replace(/<template[\s\S]*?<\/template>/g, "");
const count = (html: string, pattern: RegExp): number => [...html.matchAll(pattern)].length;

test("there are pages for forty products, eight categories and four departments in both languages and every mode", () => {
  expect(products).toHaveLength(40);
  expect(pages).toHaveLength(2 * 8 * (40 + 8 + 4 + 10));
  expect(paths.size).toBe(2 * (40 + 8 + 4 + 10));
});

test.each(modes)("$language $cmp: every page is a valid document", ({ own, language }) => {
  for (const { html, route } of own) {
    expect(html, route).toMatch(/^<!doctype html>\n<html lang="(en|de)">/);
    expect(html, route).toContain(`<html lang="${language}">`);
    expect(count(rendered(html), /<h1[\s>]/g), route).toBe(1);
    expect(html).toContain(`<link rel="canonical" href="https://almweg.example${pathOf(language, route)}">`);
    expect(html, route).toMatch(/<title>[^<]+<\/title>/);
    expect(html, route).toMatch(/<meta name="description" content="[^"]+">/);
    expect(html, route).not.toMatch(/undefined|\[object |NaN/);
  }
});

test.each(modes)("$language $cmp: no page needs what a strict policy forbids", ({ own }) => {
  for (const { html, route } of own) {
    expect(html, route).not.toMatch(/\sstyle=|<style|\son[a-z]+="/);
    const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/script>/g)];
    const executed = inline.filter(
      ([, attributes]) => !/type="application\/(ld\+)?json"/.test(attributes ?? ""),
    );
    expect(
      executed.map(([, , text]) => text),
      route,
    ).toEqual([boot]);
  }
});

test.each(modes)(
  "$language $cmp: pages link only to pages that exist, and keep their mode",
  ({ own, cmp }) => {
    for (const { html, route } of own) {
      const links = [...html.matchAll(/<a\s[^>]*href="(\/[^"]*)"/g)].map(([, href]) => href!);
      expect(links.length, route).toBeGreaterThan(10);
      const mode = cmp === defaultCmp ? "" : `?cmp=${cmp}`;
      const whole = new Set([...paths].map((path) => path + mode));
      expect(
        links.filter((link) => !whole.has(link)),
        route,
      ).toEqual([]);
      for (const [, action = ""] of html.matchAll(/action="([^"]+)"/g)) expect(paths.has(action)).toBe(true);
      const forms = count(html, /<form [^>]*action=/g);
      const fields = count(html, new RegExp(`<input type="hidden" name="cmp" value="${cmp}">`, "g"));
      expect(fields, route).toBe(cmp === defaultCmp ? 0 : forms);
    }
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
  const html = render(createContext("en", defaultCmp), "home");
  expect(html).toContain(`<script src="/heimspiel.js" crossorigin`);
  expect(html).not.toContain("integrity");
});

test("every page loads the banner of its mode and no other", () => {
  const element = {
    "manual-bar": "data-manual-consent",
    "own-banner": "data-own-banner",
    "heim-consent": "<heim-consent ",
  };
  for (const { html, cmp, language } of pages) {
    const loaded = [...html.matchAll(/(?:src|href)="\/assets\/((?:vendor|cmps)\/[^"?]+)/g)].map(
      ([, file]) => file,
    );
    const { styles, scripts } = cmps[cmp];
    expect(loaded).toEqual([...styles, ...scripts.map((file) => file.replace("{language}", language))]);
    for (const [name, mark] of Object.entries(element))
      expect(html.includes(mark), mark).toBe(cmps[cmp].element === name);
    expect(html).toContain("data-open-consent");
  }
});

test("the built-in banner's element is the last thing in the body, without anything else of a banner", () => {
  const html = render(createContext("en", "built-in"), "home");
  expect(html).toMatch(/<heim-consent [^>]*notice="\/[^>]*><\/heim-consent>\n<\/body>/);
});

test("the shop's own banner offers both answers alike and ticks nothing", () => {
  for (const language of ["en", "de"] as const) {
    const html = render(createContext(language, "tcf"), "home");
    expect(html).toMatch(
      /<button type="button" data-own="accept">[^<]+<\/button>\s<button type="button" data-own="reject">/,
    );
    expect(html.match(/data-own-purpose="(preferences|statistics)"/g)).toHaveLength(2);
    expect(html).not.toMatch(/\schecked[^>]*data-own|data-own-purpose[^>]*checked/);
  }
});

test("the home page has the two slots, with variants in order of priority", () => {
  const html = render(createContext("en", defaultCmp), "home");
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
    const context = createContext(language, defaultCmp);
    expect(render(context, "product:passo-mid")).toContain(
      `<main id="content" data-heim-topics="hiking-boots">`,
    );
    expect(render(context, "department:travel")).toContain(`<main id="content" data-heim-topics="travel">`);
  }
});

test("no field of the checkout could be sent", () => {
  const html = render(createContext("de", defaultCmp), "checkout");
  const form = /<form class="checkout"[\s\S]*?<\/form>/.exec(html)?.[0] ?? "";
  expect(form).toContain(`data-heim-goal="checkout"`);
  expect(form).not.toMatch(/\sname="/);
});
