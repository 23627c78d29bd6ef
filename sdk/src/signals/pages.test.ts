import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readPage } from "./read-page.js";
import type { Signal } from "./signal.js";
import { pageOf } from "./test/page.js";

const root = resolve(import.meta.dirname, "../../..");
const folder = resolve(root, process.env.SHARED_DATA ?? "../shared/data", "pages");
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".html")) : [];
if (files.length === 0) console.warn(`skipped: no saved pages in ${folder}`);

/** happy-dom loses the rest of a page behind a style element in a drawing; drawings carry no structured data. */
const withoutDrawings = (html: string): string => html.replace(/<svg[\s>].*?<\/svg>/gs, "");

const readFile = (name: string): Signal[] => {
  const html = withoutDrawings(readFileSync(resolve(folder, name), "utf8"));
  const { document } = pageOf(html, "https://saved.example/");
  const url = document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? document.URL;
  return readPage(document, { now: 1, url });
};
/** Pages whose JSON-LD names a thing; the others have microdata only, or nothing. */
const carriesData = (name: string): boolean =>
  /"@type"\s*:\s*"(\w*Article|Recipe|Product|ProductGroup|Event|Review)"/i.test(
    readFileSync(resolve(folder, name), "utf8"),
  );

describe.skipIf(files.length === 0)("saved public pages", () => {
  test.each(files)("%s is read without exception", (name) => {
    for (const signal of readFile(name)) expect(signal.page).toMatch(/^\//);
  });

  test("at least nine in ten that carry structured data have topics", () => {
    const carrying = files.filter(carriesData);
    const found = carrying.filter((name) => readFile(name).some(({ topics }) => topics.length > 0));
    expect(carrying.length).toBeGreaterThan(10);
    expect(found.length / carrying.length).toBeGreaterThanOrEqual(0.9);
  });

  test.runIf(files.includes("lecker.de_lecker_1.html"))(
    "a trail's end is the topic, its steps are the parents",
    () => {
      const [view] = readFile("lecker.de_lecker_1.html");
      expect(view?.topics).toContainEqual(
        expect.objectContaining({ id: "haehnchen", parents: ["gefluegel", "fleisch", "zutaten"] }),
      );
    },
  );
});
