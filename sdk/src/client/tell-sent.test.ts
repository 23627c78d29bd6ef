import { expect, test } from "vitest";
import { emptyMemory } from "../decisions/index.js";
import { emptyProfile } from "../interests/index.js";
import type { Core } from "./core.js";
import { fakeCore, fakeStore } from "./fakes.test-helper.js";
import { tellSent } from "./tell-sent.js";

const said = [{ at: 0, q: "topics", cells: 3, eps: 2_000_000, set: 1, names: ["boots"] }];

function setUp(lang: string) {
  const kept = fakeStore();
  kept.values.set("statistics", { v: 1, ledger: [], queue: [], answered: {}, late: {}, said });
  const fake = fakeCore({
    window: { document: { documentElement: { lang } } } as never,
    state: { profile: emptyProfile(), memory: emptyMemory("seed") },
    store: () => Promise.resolve(kept.store),
  });
  fake.core.settings.manifest = { topics: [{ id: "boots", label: { en: "Boots", de: "Stiefel" } }] };
  return { ...fake, ...kept };
}
const words = async (core: Core, language?: string): Promise<string[]> =>
  (await tellSent(core, language)).map((one) => one.said);

test("answers are told in the page's language, or the one that is asked for, with the shop's own names", async () => {
  expect(await words(setUp("de-AT").core)).toEqual(["gesagt: Stiefel"]);
  expect(await words(setUp("").core)).toEqual(["said: Boots"]);
  expect(await words(setUp("en").core, "de")).toEqual(["gesagt: Stiefel"]);
});

test("nothing kept, and nothing known of the visitor: nothing to tell", async () => {
  const empty = setUp("en");
  empty.values.clear();
  expect(await words(empty.core)).toEqual([]);
  const unknown = setUp("en");
  delete unknown.core.state;
  expect(await words(unknown.core)).toEqual([]);
});
