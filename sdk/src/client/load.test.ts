import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { loadStages } from "./load-stages.js";
import { load } from "./load.js";
import { pageWith } from "./page.test-helper.js";

const folder = mkdtempSync(join(tmpdir(), "heimspiel-stages-"));
const base = pathToFileURL(join(folder, "heimspiel.js")).href;
const integrity = {
  consent: "sha384-c",
  store: "sha384-s",
  observe: "sha384-o",
  report: "sha384-r",
  panel: "sha384-p",
  inspector: "sha384-i",
};
/** The page in the test's hand: links are appended, but load only when the test says so. */
const { document } = pageWith();
const links: HTMLLinkElement[] = [];

beforeEach(() => {
  vi.stubGlobal("STAGE_INTEGRITY", integrity);
  vi.spyOn(document.head, "append").mockImplementation((...nodes) => {
    links.push(...(nodes as HTMLLinkElement[]));
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  links.length = 0;
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a stage's file; that it has run shows in `globalThis`. */
const stageFile = (name: string): void =>
  writeFileSync(
    join(folder, `${name}.js`),
    `globalThis.${name}Runs = (globalThis.${name}Runs ?? 0) + 1; export const openStore = "${name}";`,
  );
const runs = (name: string): unknown => (globalThis as Record<string, unknown>)[`${name}Runs`];
const stages = () => loadStages(document, { base, nonce: "n0nce" });
const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
};

test("nothing is fetched before a stage is asked for", () => {
  expect(Object.keys(stages())).toEqual(Object.keys(integrity));
  expect(links).toEqual([]);
});

test("a stage's bytes are checked by a module preload, and imported only then", async () => {
  stageFile("store");
  const stage = stages().store();
  expect(links).toHaveLength(1);
  const [link] = links;
  expect(link).toMatchObject({
    rel: "modulepreload",
    integrity: "sha384-s",
    crossOrigin: "",
    href: new URL("store.js", base).href,
    nonce: "n0nce",
  });
  await turns();
  expect(runs("store")).toBeUndefined();
  link!.onload!(new Event("load"));
  expect((await stage).openStore).toBe("store");
  expect(runs("store")).toBe(1);
});

test("a stage asked for again is the same one", async () => {
  stageFile("panel");
  const { panel } = stages();
  const both = [panel(), panel()];
  expect(links).toHaveLength(1);
  links[0]!.onload!(new Event("load"));
  const [one, two] = await Promise.all(both);
  expect(one).toBe(two);
  expect(await panel()).toBe(one);
  expect(links).toHaveLength(1);
});

test("bytes that do not match, or do not come: stage-failed, and nothing runs", async () => {
  stageFile("observe");
  const stage = stages().observe();
  links[0]!.onerror!(new Event("error"));
  const error: unknown = await stage.catch((fault: unknown) => fault);
  expect(error).toMatchObject({ code: "stage-failed", message: new URL("observe.js", base).href });
  await turns();
  expect(runs("observe")).toBeUndefined();
});

test("any file can be loaded so, by its name beside the first", async () => {
  stageFile("client");
  const loading = load(document, { base, file: "client.js", integrity: "sha384-x", nonce: "" });
  expect(links[0]).toMatchObject({ href: new URL("client.js", base).href, integrity: "sha384-x" });
  links[0]!.onload!(new Event("load"));
  expect(await loading).toMatchObject({ openStore: "client" });
});

test("a stage that fails is no other's failure", async () => {
  stageFile("consent");
  const { consent, inspector } = stages();
  const failing = inspector();
  links[0]!.onerror!(new Event("error"));
  await expect(failing).rejects.toMatchObject({ code: "stage-failed" });
  const good = consent();
  links[1]!.onload!(new Event("load"));
  await expect(good).resolves.toBeDefined();
});
