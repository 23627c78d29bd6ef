// @vitest-environment happy-dom
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { evaluate, parse, type Facts } from "heimspiel/conditions";
import { slotCells } from "heimspiel/statistics";
import { cellsHash, decodeReport, plan } from "heimspiel/wire";
import { describe, expect, test } from "vitest";
import { help } from "../collector/src/cli/help.js";
import { readManifest, type Manifest } from "../sdk/src/client/manifest.js";
import type { Options } from "../sdk/src/client/options.js";
import { defaultTact } from "../sdk/src/decisions/index.js";
import { learningRulesOf } from "../sdk/src/interests/policy.js";
import { rules } from "../sdk/src/lint/index.js";
import { explainFaults, findParts, readSlot, schema } from "../sdk/src/slots/index.js";
import {
  anchorsOf,
  blocksOf,
  codeIn,
  documents,
  linksOf,
  page,
  root,
  rowsUnder,
  textOf,
} from "./read-docs.js";

// Type-checked to be all of them.
const options = Object.keys({
  site: 1,
  collector: 1,
  manifest: 1,
  consent: 1,
  gpc: 1,
  dnt: 1,
  implicit: 1,
  beforeConsent: 1,
  policyVersion: 1,
  inspect: 1,
} satisfies Record<keyof Options, 1>);
const attributes: readonly string[] = Object.values(schema);
const json = blocksOf("json").map(({ file, code }) => ({ file, code, value: JSON.parse(code) as object }));
const manifests = json.filter(({ value }) => !("answers" in value || "withdrawal" in value));
const reports = json.filter(({ value }) => "answers" in value);

/** All elements of an example, those in templates included. */
function elementsOf(node: ParentNode): Element[] {
  return [...node.querySelectorAll("*")].flatMap((element) => [
    element,
    ...(element instanceof HTMLTemplateElement ? elementsOf(element.content) : []),
  ]);
}

describe.each(blocksOf("html"))("HTML in $file", ({ code }) => {
  test("its attributes are known and its conditions parse", () => {
    for (const element of elementsOf(page(code))) {
      const names = element.getAttributeNames().filter((name) => name.startsWith("data-heim"));
      expect(attributes).toEqual(expect.arrayContaining(names));
      const when = element.getAttribute(schema.when);
      if (when !== null) expect(() => parse(when)).not.toThrow();
    }
  });

  test("its slots, texts and lists are without fault", () => {
    for (const part of findParts(document.importNode(page(code), true))) {
      const faults: string[] = [];
      const warn = (message: string): unknown => faults.push(message);
      const markup = readSlot(part, (element) => explainFaults(element, warn));
      if (!markup) explainFaults(part, warn);
      expect(faults).toEqual([]);
      expect(markup?.variants ?? []).toHaveLength(part.querySelectorAll("template").length);
    }
  });

  test("its script tags have known options", () => {
    for (const script of page(code).querySelectorAll("script"))
      expect([...options, "hold"]).toEqual(expect.arrayContaining(Object.keys(script.dataset)));
  });
});

test("there are examples of every kind", () => {
  expect(blocksOf("html").length).toBeGreaterThan(4);
  expect(manifests.length).toBeGreaterThan(0);
  expect(reports.length).toBeGreaterThan(0);
  expect(rowsUnder("condition").length).toBeGreaterThan(12);
});

test("every attribute is documented, and no other is named", () => {
  const named = documents.flatMap(({ text }) => text.match(/data-heim-[a-z-]*[a-z]/g) ?? []);
  expect([...new Set(named)].sort()).toEqual([...attributes].sort());
});

test("every option is documented", () => {
  expect(rowsUnder("option").flatMap(([cell = ""]) => codeIn(cell))).toEqual(options);
});

test.each(rowsUnder("condition").map(([cell = ""]) => codeIn(cell)[0] ?? ""))(
  "condition %s parses",
  (text) => {
    expect(Object.keys(parse(text))).not.toEqual([]);
  },
);

test.each<[string, Facts, boolean]>([
  ["bought.tents <= 30", {}, false],
  ["bought.tents", { bought: { tents: 0 } }, true],
  ["persona != hiker", {}, true],
  ["interest.golf <= 0.2", {}, true],
  ["device.mobile", { device: { mobile: false } }, false],
  ["time.weekday in (6, 7)", { time: { weekday: 7 } }, true],
])("%s with %j is %s, as the guide says", (text, facts, expected) => {
  expect(evaluate(parse(text), facts)).toBe(expected);
});

test.each(manifests)("the manifest in $file is taken whole, and its personas parse", ({ value }) => {
  const warnings: string[] = [];
  const manifest: Manifest = readManifest(value, (message) => warnings.push(message));
  expect(warnings).toEqual([]);
  // Entries of slots are read into what decisions want, see slot-entry.test.ts.
  const { slots, ...rest } = value as Manifest;
  expect({ ...manifest, slots: undefined }).toEqual({ ...rest, slots: undefined });
  expect(Object.keys(manifest.slots ?? {})).toEqual(Object.keys(slots ?? {}));
  for (const persona of Object.values(manifest.personas ?? {}))
    expect(() => parse(persona as string)).not.toThrow();
});

test.each(reports)("the report in $file is one, and says what stands beside it", ({ code }) => {
  const { answers } = decodeReport(code);
  const [slot, uplift] = answers;
  const cells = slotCells(["peru", "hiking"]);
  expect(slot?.hash).toBe(cellsHash(cells));
  // The bit map's only byte is 00100000: cell 5.
  expect([slot?.a, cells[5]]).toEqual(["IA", "hiking:clicked"]);
  expect(plan(7, slot?.eps ?? 0).p).toBeCloseTo(0.77, 2);
  expect([uplift?.a, uplift?.hash]).toEqual(["AA", cellsHash(["holdout", "offered"])]);
  expect(plan(2, uplift?.eps ?? 0).p).toBeCloseTo(0.95, 2);
});

test.each(documents)("every relative link of $file leads somewhere", (source) => {
  for (const { link, path, anchor } of linksOf(source)) {
    expect(existsSync(path), link).toBe(true);
    if (anchor !== undefined) expect(anchorsOf(readFileSync(path, "utf8")), link).toContain(anchor);
  }
});

test("every test that is named as holding a promise is there", () => {
  const named = /`((?:sdk|collector|e2e|demo-site)\/[^`]+\.ts)`((?:(?:: |, )"[^"]+")*)/g;
  const found = documents.flatMap(({ text }) => [...text.matchAll(named)]);
  expect(found.length).toBeGreaterThan(20);
  for (const [, file = "", titles = ""] of found) {
    expect(existsSync(join(root, file)), file).toBe(true);
    const code = readFileSync(join(root, file), "utf8");
    for (const [, title = ""] of titles.matchAll(/"([^"]+)"/g)) expect(code, file).toContain(title);
  }
});

test("every file of the code map is there", () => {
  const text = textOf("ARCHITECTURE.md");
  const rooms = rowsUnder("room in `sdk/src/`").flatMap(([room = ""]) =>
    codeIn(room).flatMap((name) => (name.endsWith("/") ? `sdk/src/${name}` : [])),
  );
  const homes = ["", "sdk/src", "collector/src", "demo-site/src", ...rooms].map((home) => join(root, home));
  const paths = codeIn(text).filter((code) => /^[\w.-]+\/[\w./-]+\.(ts|mjs|cjs|json)$/.test(code));
  expect(paths.length).toBeGreaterThan(20);
  for (const path of paths)
    expect(
      homes.some((home) => existsSync(join(home, path))),
      path,
    ).toBe(true);
  for (const [room = "", , files = ""] of rowsUnder("room in `sdk/src/`"))
    for (const folder of codeIn(room).filter((name) => name.endsWith("/")))
      for (const file of codeIn(files))
        expect(existsSync(join(root, "sdk/src", folder, file)), file).toBe(true);
});

test("the table of rooms is the one that is enforced", () => {
  const config = createRequire(join(root, "package.json"))("./.dependency-cruiser.cjs") as {
    forbidden: { name: string; comment?: string }[];
  };
  const enforced = config.forbidden
    .filter(({ name }) => name.endsWith("-imports"))
    .map(({ comment }) => comment);
  const written = rowsUnder("room in `sdk/src/`")
    .map(([room = "", , , imports = ""]) => `${codeIn(room)[0] ?? ""} may import ${imports}`)
    .filter((line) => /^\w+\//.test(line) && !line.startsWith("client/"));
  expect(written.sort()).toEqual(enforced.sort());
});

test("every command is there", () => {
  const { scripts } = JSON.parse(textOf("package.json")) as { scripts: Record<string, string> };
  const run = documents.flatMap(({ text }) =>
    [...text.matchAll(/npm run ([\w:]+)(?! -w)/g)].map(([, name]) => name),
  );
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(run));
  const flags = codeIn(textOf("docs/collector.md")).flatMap((code) => code.match(/--[a-z-]+/g) ?? []);
  expect(flags.length).toBeGreaterThan(9);
  for (const flag of flags) expect(help).toContain(flag);
});

test("what the build makes is documented", () => {
  const lists = textOf("sdk/scripts/build.mjs").matchAll(/const (?:stages|names) = \[([^;]*);/g);
  const built = [...lists].flatMap(([, list = ""]) =>
    [...list.matchAll(/"([\w-]+)"/g)].map(([, name = ""]) => `${name}.js`),
  );
  expect(built).toContain("heimspiel.js");
  for (const heading of ["bundle", "file"])
    expect(
      rowsUnder(heading)
        .flatMap(([cell = ""]) => codeIn(cell))
        .sort(),
    ).toEqual(built.sort());
});

test("the table of tact has the defaults of the script", () => {
  const { evidence, ...numbers } = { ...defaultTact, ...learningRulesOf() };
  const written = rowsUnder("rule of tact").map(
    ([, value = "", key = ""]) => [codeIn(key)[0], value] as const,
  );
  const keys = [...Object.keys(defaultTact), "restDays", "expiryDays", "eraseMonths", "halfLifeDays"];
  for (const key of keys) {
    const [, value = ""] = written.find(([name]) => name === key) ?? [];
    expect(parseInt(value), key).toBe(numbers[key as keyof typeof numbers]);
  }
  expect(written).toContainEqual([
    "evidence",
    `${String(evidence.signals)} signals on ${String(evidence.pages)} pages`,
  ]);
});

test("the table of rules is the linter's", () => {
  const written = rowsUnder("rule of the linter").map(([rule = "", severity = ""]) => [
    codeIn(rule)[0],
    severity,
  ]);
  expect(Object.fromEntries(written)).toEqual(rules);
});
