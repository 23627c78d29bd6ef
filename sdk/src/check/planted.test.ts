import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createManifest } from "../../../demo-site/src/manifest.js";
import { createContext, pathOf, render, routes } from "../../../demo-site/src/pages/index.js";
import { createNodePorts } from "./node-ports.js";
import { run } from "./run.js";

/** A mistake in the demo shop. */
interface Mistake {
  file: string;
  /** What is there, once, and what is planted in its place. */
  there: string;
  planted: string;
  /** A text, in `planted` if it has it, at whose beginning the mistake is found; in `file` unless said otherwise. */
  at: string;
  /** What is told. */
  told: string;
}

const home = "en/index.html";
const tents = "en/camping/tents/index.html";
const json = "heimspiel.json";

const mistakes: Mistake[] = [
  {
    ...{ file: home, there: "data-heim-holdout", planted: "data-heim-houldout", at: "data-heim-houldout" },
    told: 'error  unknown-attribute  there is no attribute "data-heim-houldout" (did you mean "data-heim-holdout"?)',
  },
  {
    ...{
      file: home,
      there: "interest.travel &gt;= 0.3",
      planted: "interest.travle &gt;= 0.3",
      at: "interest.travle",
    },
    told: 'warning  unknown-topic  the manifest has no topic "travle" (did you mean "travel"?)',
  },
  {
    ...{
      file: home,
      there: "need.travel-gear &gt;= 0.2",
      planted: "ned.travel-gear &gt;= 0.2",
      at: "ned.travel-gear",
    },
    told: 'error  unknown-fact  there is no fact "ned.travel-gear" (did you mean "need.travel-gear"?)',
  },
  {
    ...{
      file: home,
      there: "interest.hiking &gt;= 0.4",
      planted: "interest.hiking =&gt; 0.4",
      at: "&gt; 0.4",
    },
    told: 'error  condition-syntax  expected a value, found > at position 17 (did you mean "interest.hiking >= 0.4"?)',
  },
  {
    ...{
      file: home,
      there: "bought.hiking-boots and (",
      planted: "time.weekday = 1 and time.weekday = 2 and (",
    },
    at: "time.weekday = 1",
    told: 'error  never-true  "time.weekday = 1 and time.weekday = 2 and (interest.travel >= 0.3 or need.travel-gear >= 0.2)" is never true (its parts contradict each other)',
  },
  {
    ...{ file: home, there: 'data-heim-choose="test"', planted: 'data-heim-choose="tset"', at: 'set"' },
    told: 'error  attribute-value  data-heim-choose="tset" cannot be read (did you mean "test"?)',
  },
  {
    ...{ file: home, there: 'data-heim-variant="question"', planted: 'data-heim-variant="checklist" ' },
    at: 'data-heim-variant="checklist" ',
    told: 'error  duplicate-variant  variant "checklist" is there twice: only the first counts (give each its own name)',
  },
  {
    ...{ file: home, there: 'href="/en/packing-list/">Open', planted: 'href="javascript:open()">Open' },
    at: 'href="javascript:',
    told: "error  code-in-variant  href is taken out: a variant runs no code (listen for events in the page's own script)",
  },
  {
    ...{ file: tents, there: 'data-heim-topics="tents"', planted: 'data-heim-topics="tens"', at: 'tens"' },
    told: 'warning  unknown-topic  the manifest has no topic "tens" (did you mean "tents"?)',
  },
  {
    ...{
      file: json,
      there: '"globetrotter": "interest',
      planted: '"globetrotter": "intrest',
      at: "intrest.travel",
    },
    told: 'error  unknown-fact  there is no fact "intrest.travel" (did you mean "interest.travel"?)',
  },
  {
    ...{ file: json, there: '"complements": {', planted: '"complments": {', at: '"complments"' },
    told: 'error  manifest-key  the manifest has no key "complments" (did you mean "complements"?)',
  },
  {
    ...{ file: json, there: '"goal": "packing-list"', planted: '"goal": "checklist"' },
    told: 'warning  manifest-slot  the manifest measures the slot "home-tips" on "checklist" (write the same goal in both)',
    at: "",
  },
];

const shop: ReadonlyMap<string, string> = new Map([
  ["heimspiel.json", JSON.stringify(createManifest(), null, 2)],
  ...routes.map((route): [string, string] => [
    `${pathOf("en", route).slice(1)}index.html`,
    render(createContext("en", "vanilla-cookieconsent"), route),
  ]),
]);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "heimspiel-check-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Writes a copy of some of the shop's files with these mistakes, and checks it. */
async function check(name: string, wanted: readonly string[], planted: readonly Mistake[]) {
  const files = new Map(wanted.map((file) => [file, shop.get(file) as string]));
  for (const mistake of planted) {
    const text = files.get(mistake.file) as string;
    expect(text.split(mistake.there), mistake.there).toHaveLength(2);
    files.set(mistake.file, text.replace(mistake.there, mistake.planted));
  }
  for (const [file, text] of files) {
    const path = join(folder, name, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  const lines: string[] = [];
  const print = (line: string): number => lines.push(line.replace(join(folder, name, "/"), ""));
  const code = await run(["check", join(folder, name)], { ...createNodePorts(), print, complain: print });
  return { code, lines, files };
}

/** What a mistake is told as, with its place. */
function expected({ file, planted, at, told }: Mistake, files: ReadonlyMap<string, string>): string {
  // What the page and the manifest tell differently is found in the page.
  const [where, from, mark] = at
    ? [file, planted, at]
    : [home, 'data-heim-slot="home-tips"', "data-heim-goal"];
  const text = files.get(where) as string;
  const before = text.slice(0, text.indexOf(mark, text.indexOf(from)));
  return `${where}:${before.split("\n").length}:${before.length - before.lastIndexOf("\n")}  ${told}`;
}

test("the demo shop passes", async () => {
  const { code, lines } = await check("sound", [...shop.keys()], []);
  expect(lines).toEqual([`${shop.size} files: 0 errors, 0 warnings`]);
  expect(code).toBe(0);
});

test.each(mistakes)("$planted is found, and nothing else", async (mistake) => {
  const { lines, files } = await check(mistake.planted.replace(/\W/g, ""), [home, tents, json], [mistake]);
  expect(lines.slice(0, -1)).toEqual([expected(mistake, files)]);
});

test("ten of them are found together, with an exit code", async () => {
  // Of three in one condition one is enough: what is joined from faulty parts is not judged.
  const ten = mistakes.filter(({ planted }) => !/^(ned|time)\./.test(planted));
  expect(ten).toHaveLength(10);
  const { code, lines, files } = await check("all", [...shop.keys()], ten);
  expect(lines.slice(0, -1).sort()).toEqual(ten.map((mistake) => expected(mistake, files)).sort());
  expect(code).toBe(1);
});
