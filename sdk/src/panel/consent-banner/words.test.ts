import { expect, test } from "vitest";
import { stage, denied } from "./consent-banner.test-helper.js";
import { bannerTexts } from "./texts.js";

const german = bannerTexts.de.title;
const english = bannerTexts.en.title;

test("both languages have the same texts, none of them empty, none the same as in the other but names", () => {
  const { en, de } = bannerTexts;
  expect(Object.keys(de).sort()).toEqual(Object.keys(en).sort());
  const words = [en, de].map((texts) =>
    Object.values(texts)
      .flat()
      .map((text: string | ((shop: string) => string)) =>
        typeof text === "string" ? text : text("Almweg & Co."),
      ),
  );
  expect(words[0]).toHaveLength(words[1]?.length ?? 0);
  words[0]?.forEach((text, at) => {
    expect(text.trim()).not.toBe("");
    expect(text).not.toBe(words[1]?.[at]);
  });
});

test.each([
  ["the page's language", `lang="de"`, "<heim-consent></heim-consent>", german],
  ["a region", `lang="DE-at"`, "<heim-consent></heim-consent>", german],
  ["English", `lang="en-GB"`, "<heim-consent></heim-consent>", english],
  ["English for every other language", `lang="fr"`, "<heim-consent></heim-consent>", english],
  [
    "no German for a language that only begins like it",
    `lang="den"`,
    "<heim-consent></heim-consent>",
    english,
  ],
  ["English for a page that says nothing", "", "<heim-consent></heim-consent>", english],
  ["the nearest ancestor", `lang="en"`, `<div lang="de"><p><heim-consent></heim-consent></p></div>`, german],
  ["its own attribute first", `lang="de"`, `<heim-consent lang="en"></heim-consent>`, english],
])("the banner speaks %s", (_, html, body, title) => {
  const { part, all } = stage(body, { html });
  expect(part("heading", "banner").textContent).toBe(title);
  expect(all("[lang]")[0]?.lang).toBe(title === german ? "de" : "en");
});

test("a new language is spoken at once, and the state stays", () => {
  const { part, element } = stage(undefined, { choice: denied });
  element.lang = "de";
  expect(part("reopen").textContent).toBe(bannerTexts.de.reopen);
  expect(part("banner").hidden).toBe(true);
});

test("the shop is named in the text, as text", () => {
  const { part } = stage(`<heim-consent controller="<b>Almweg</b> $& Co."></heim-consent>`);
  expect(part("text", "banner").textContent).toContain("If you agree, <b>Almweg</b> $& Co. adapts");
  expect(part("text", "banner").querySelector("b")).toBe(null);
});

test.each(["", " "])("without a name (%j) it is this shop", (name) => {
  const { part } = stage(`<heim-consent controller="${name}"></heim-consent>`);
  expect(part("text", "banner").textContent).toContain("If you agree, this shop adapts");
});

test.each(["/privacy/", "privacy.html", "https://shop.example/privacy", "//shop.example/privacy"])(
  "the notice %s is linked in banner and dialog",
  (notice) => {
    const { all, logs } = stage(`<heim-consent notice="${notice}"></heim-consent>`);
    expect(all("a").map((link) => link.getAttribute("href"))).toEqual([notice, notice]);
    expect(logs).toEqual([]);
  },
);

test.each([
  "javascript:alert(1)",
  " JavaScript:alert(1)",
  "data:text/html,x",
  "blob:https://x/1",
  "mailto:a@b",
])("the notice %j is not linked, and the merchant hears of it", (notice) => {
  const { all, logs } = stage(`<heim-consent notice="${notice}"></heim-consent>`);
  expect(all("a")).toEqual([]);
  expect(logs[0]).toContain("notice");
});

test("without a notice there is no link and no complaint", () => {
  const { all, logs } = stage();
  expect(all("a")).toEqual([]);
  expect(logs).toEqual([]);
});

test("every name and description an element refers to is there", () => {
  const { all, element } = stage();
  const references = all("[aria-labelledby],[aria-describedby]").flatMap((one) =>
    ["aria-labelledby", "aria-describedby"].flatMap((name) => one.getAttribute(name) ?? []),
  );
  expect(references).toHaveLength(4);
  for (const id of references) expect(element.shadowRoot?.getElementById(id)?.textContent).toBeTruthy();
  for (const button of all("button")) expect(button.getAttribute("type")).toBe("button");
});
