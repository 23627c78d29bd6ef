import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test, vi } from "vitest";
import { bannerTexts } from "../texts/banner.js";
import { cartKey, readCart, withOneMore, writeCart } from "./cart-store.js";
import { allowBannerMarkup, createDefaultPolicy, isBannerMarkup, isInertMarkup } from "./trusted-types.js";

test("the cart adds up per product and size", () => {
  let lines = withOneMore([], "passo-mid", "42");
  lines = withOneMore(lines, "passo-mid", "42");
  lines = withOneMore(lines, "passo-mid", "43");
  lines = withOneMore(lines, "seil-60");
  expect(lines).toEqual([
    { id: "passo-mid", size: "42", quantity: 2 },
    { id: "passo-mid", size: "43", quantity: 1 },
    { id: "seil-60", quantity: 1 },
  ]);
});

test("the cart survives its storage, and an empty one leaves nothing behind", () => {
  const map = new Map<string, string>();
  const storage = {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  };
  writeCart([{ id: "a", quantity: 1 }], storage);
  expect(readCart(storage)).toEqual([{ id: "a", quantity: 1 }]);
  expect([...map.keys()]).toEqual([cartKey]);
  writeCart([], storage);
  expect(map.size).toBe(0);
});

test.each(["", "{", "null", "{}", `[1, {"id": 2}, {"id": "a", "quantity": 0}]`])(
  "%j is an empty cart",
  (text) => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    expect(readCart({ getItem: () => text })).toEqual([]);
    warn.mockRestore();
  },
);

test("a browser that refuses storage costs the cart, not the page", () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  const refuse = (): never => {
    throw new Error("denied");
  };
  expect(readCart({ getItem: refuse })).toEqual([]);
  expect(() => writeCart([{ id: "a", quantity: 1 }], { setItem: refuse, removeItem: refuse })).not.toThrow();
  expect(warn).toHaveBeenCalledTimes(2);
  warn.mockRestore();
});

test("the default policy lets the banner's texts through and refuses markup", () => {
  for (const texts of Object.values(bannerTexts)) {
    for (const text of Object.values(texts.consentModal).map(String)) expect(isBannerMarkup(text)).toBe(true);
  }
  for (const bad of [
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "a<script>",
    "<b>",
    '<svg viewBox="0 0 24 24" stroke-width="1"><path d="M0"/></svg><script>',
  ]) {
    expect(isBannerMarkup(bad)).toBe(false);
  }
});

test("the default policy knows the icons of the installed banner", () => {
  const require = createRequire(import.meta.url);
  const source = readFileSync(require.resolve("vanilla-cookieconsent/dist/cookieconsent.umd.js"), "utf8");
  const icons = source.match(/\["M [^\]]*\]/)?.[0] ?? source.match(/\['M [^\]]*\]/)?.[0] ?? "";
  const paths = [...icons.matchAll(/['"](M [^'"]+)['"]/g)].map(([, path]) => path!);
  expect(paths.length).toBeGreaterThan(2);
  for (const path of paths) {
    for (const width of [1.5, 3]) {
      expect(
        isBannerMarkup(`<svg viewBox="0 0 24 24" stroke-width="${width}"><path d="${path}"/></svg>`),
      ).toBe(true);
    }
  }
});

test("the default policy never makes a script", () => {
  type Rules = Record<"createHTML" | "createScript" | "createScriptURL", (text: string) => string | null>;
  const created: [string, Rules][] = [];
  allowBannerMarkup({ trustedTypes: { createPolicy: (name, rules) => created.push([name, rules]) } });
  const [name, rules] = created[0]!;
  expect(name).toBe("default");
  expect(rules.createHTML("Accept")).toBe("Accept");
  expect(rules.createHTML("<b>")).toBeNull();
  expect(rules.createScript("1")).toBeNull();
  expect(rules.createScriptURL("/heimspiel.js")).toBeNull();
});

test.each([
  `<div class="a"><span>Accept</span><button type="button" id="x">☑</button></div>`,
  `<ul><li id="preferencesLine">1 < 2</li></ul><br aria-hidden="true" />`.replace("1 < 2", "1 &lt; 2"),
  "plain text on = nothing".replace("on =", "and"),
])("markup that cannot run is inert: %s", (text) => {
  expect(isInertMarkup(text)).toBe(true);
});

test.each([
  "<script>alert(1)</script>",
  "<div><img src=x onerror=alert(1)></div>",
  "<svg/onload=alert(1)>",
  "<iframe srcdoc=x></iframe>",
  `<a href="JavaScript:alert(1)">x</a>`,
  "<p\nonclick = alert(1)>",
  "<style>*{}</style>",
  "<base href=//x>",
  "<!--",
])("markup that could run is not: %s", (text) => {
  expect(isInertMarkup(text)).toBe(false);
});

test("a banner's policy lets scripts come only from where it says", () => {
  let rules: Record<string, (text: string) => string | null> = {};
  const trustedTypes = { createPolicy: (_: string, made: typeof rules) => (rules = made) };
  createDefaultPolicy({ html: () => false, scriptUrl: (url) => url.startsWith("/own/") }, { trustedTypes });
  expect(rules["createScriptURL"]!("/own/a.js")).toBe("/own/a.js");
  expect(rules["createScriptURL"]!("https://else.example/a.js")).toBeNull();
  expect(rules["createHTML"]!("text")).toBeNull();
});

test("a browser without Trusted Types needs no policy", () => {
  expect(() => allowBannerMarkup({})).not.toThrow();
});
