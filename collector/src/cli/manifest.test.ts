import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../testing/process.js";
import { Failure } from "./failure.js";
import { readManifest } from "./manifest.js";

test("slots with names are read, a broken one is skipped and named", async () => {
  const warnings: string[] = [];
  const path = join(import.meta.dirname, "..", "testing", "heimspiel.json");
  expect(await readManifest(path, (message) => warnings.push(message))).toEqual({
    slots: { "home-hero": { variants: ["hiking", "peru"], goal: "checkout", holdout: 10 } },
    cells: { topics: ["none", "hiking"], pairs: ["none"] },
  });
  expect(warnings).toEqual([expect.stringContaining('slot "broken" is skipped')]);
});

test.each(["{", "3", "null", '{"slots":3}'])("%s is refused as no manifest", async (text) => {
  const folder = makeFolder();
  const path = join(folder.path, "heimspiel.json");
  writeFileSync(path, text);
  await expect(readManifest(path, () => undefined)).rejects.toThrow(Failure);
  folder.remove();
});

test("a manifest without slots names nothing", async () => {
  const folder = makeFolder();
  const path = join(folder.path, "heimspiel.json");
  writeFileSync(path, '{"topics":[]}');
  expect(await readManifest(path, () => undefined)).toEqual({
    slots: {},
    cells: { topics: ["none"], pairs: ["none"] },
  });
  folder.remove();
});
