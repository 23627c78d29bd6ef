import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readPage } from "./read-page.js";
import type { Signal } from "./signal.js";
import { slug } from "./slug.js";
import { pageOf } from "./test/page.js";

const root = resolve(import.meta.dirname, "../../..");
const folder = resolve(root, process.env.SHARED_DATA ?? "../shared/data", "pages");
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".html")) : [];
if (files.length === 0) console.warn(`skipped: no saved pages in ${folder}`);

/** happy-dom loses the rest of a page behind a style element in a drawing; drawings carry no structured data. */
const withoutDrawings = (html: string): string => html.replace(/<svg[\s>].*?<\/svg>/gs, "");

function documentOf(name: string): Document {
  const html = withoutDrawings(readFileSync(resolve(folder, name), "utf8"));
  return pageOf(html, "https://saved.example/").document;
}

function readFile(name: string): Signal[] {
  const document = documentOf(name);
  const url = document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? document.URL;
  return readPage(document, { now: 1, url });
}

/** Pages whose JSON-LD or microdata names a thing; the few others have nothing, or a block without a type. */
const carriesData = (name: string): boolean =>
  /("@type"\s*:\s*"|itemscope[^>]+itemtype="[^"]*\/)(\w*Article|Recipe|Product|ProductGroup|Event|Review)"/i.test(
    readFileSync(resolve(folder, name), "utf8"),
  );

interface Label {
  category?: string;
  cuisine?: string;
  keywords?: string[];
}

/** What a page's data says it is about, read by other hands; a word may be part of a longer one. */
const wordsOf = ({ category = "", cuisine = "", keywords = [] }: Label): string[] =>
  [...category.split(","), ...cuisine.split(","), ...keywords].map(slug).filter(Boolean);

/** What was found: the topics, and the ancestors that their trail names. */
function found(name: string): { topics: string[]; all: string[] } {
  const topics = readFile(name).flatMap((signal) => (signal.kind === "view" ? signal.topics : [])) as {
    id: string;
    parents?: readonly string[];
  }[];
  return {
    topics: topics.map(({ id }) => id),
    all: topics.flatMap(({ id, parents = [] }) => [id, ...parents]),
  };
}

describe.skipIf(files.length === 0)("saved public pages", () => {
  test.each(files)("%s is read without exception", (name) => {
    for (const signal of readFile(name)) expect(signal.page).toMatch(/^\//);
  });

  test("at least nine in ten that carry structured data have topics", () => {
    const carrying = files.filter(carriesData);
    const found = carrying.filter((name) => readFile(name).some(({ topics }) => topics.length > 0));
    console.info(
      `${files.length} files, ${carrying.length} with structured data, ${found.length} with topics`,
    );
    expect(carrying.length).toBeGreaterThan(20);
    expect(found.length / carrying.length).toBeGreaterThanOrEqual(0.9);
  });

  test("the topics agree with the labels", () => {
    const labels = JSON.parse(readFileSync(resolve(folder, "labels.json"), "utf8")) as Record<string, Label>;
    let [right, told, hit, wanted] = [0, 0, 0, 0];
    for (const [name, label] of Object.entries(labels)) {
      const words = wordsOf(label);
      if (words.length === 0) continue;
      const { topics, all } = found(`${name}.html`);
      const correct = topics.filter((id) => words.includes(id));
      const hits = words.filter((word) => all.includes(word));
      console.info(
        `${name}: ${correct.length} of ${topics.length} topics right, ${hits.length} of ${words.length} found`,
      );
      [right, told] = [right + correct.length, told + topics.length];
      [hit, wanted] = [hit + hits.length, wanted + words.length];
    }
    const [precision, recall] = [right / told, hit / wanted];
    console.info(`precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
    expect(precision).toBeGreaterThan(0.8);
    expect(recall).toBeGreaterThan(0.85);
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
