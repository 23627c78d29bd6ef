import { expect, test } from "vitest";
import type { Core } from "./core.js";
import { fakeCore, fakeStore, settled } from "./fakes.test-helper.js";
import { keepManifest } from "./keep-manifest.js";
import type { Manifest } from "./manifest.js";
import { keepModel } from "./model-stage.js";

const day = 86_400_000;
const published = {
  v: 1,
  site: "outdoor",
  day: 20779,
  variants: { hero: { hiking: [0.12, 0.01], peru: [0, 0.02] } },
  transitions: { boots: { socks: [0.3, 0.05] } },
};
const file: Manifest = { complements: { boots: { wax: 0.5 } } };

interface Scene {
  file?: Manifest | undefined;
  options?: Core["options"];
  choose?: string;
}

/** A page whose collector answers so; `text` is what it says. */
function setUp(answer: () => Promise<unknown>, given: Scene = {}) {
  const requests: [string, RequestInit][] = [];
  const fetch = (address: string, init: RequestInit) => {
    requests.push([address, init]);
    return answer();
  };
  const { choose = "first" } = given;
  const manifest = "file" in given ? given.file : file;
  const fake = fakeCore({
    window: { fetch } as never,
    options: {
      site: "outdoor",
      collector: "https://shop.example/heim",
      manifest: "/heimspiel.json",
      ...given.options,
    },
    manifest: () => Promise.resolve(manifest),
    personalizer: { runs: new Map([[{}, { markup: { choose } }]]) } as never,
    stages: { model: () => Promise.resolve({ keepModel }) } as never,
    settings: { manifest: manifest ?? {}, policy: {}, personas: [], partial: false },
  });
  const kept = fakeStore(fake.core.consent.gate.isLive);
  const run = async (): Promise<unknown> => {
    await keepManifest(fake.core, kept.store);
    await settled();
    return kept.values.get("manifest");
  };
  return { ...fake, ...kept, requests, run };
}
const saying =
  (text: string, status = 200) =>
  () =>
    Promise.resolve({ ok: status < 400, status, text: () => Promise.resolve(text) });
const answering = (change: object = {}) => saying(JSON.stringify({ ...published, ...change }));

test("it is asked for without cookie or referrer, and kept beside the manifest for the next page", async () => {
  const { run, requests, core, said, time } = setUp(answering());
  const before = structuredClone(core.settings.manifest);
  expect(await run()).toEqual({
    complements: { boots: { wax: 0.5, socks: 0.3 } },
    model: published.variants,
    learned: { at: time.now, complements: { boots: { socks: 0.3 } } },
  });
  const [[url, init]] = requests as [[string, RequestInit]];
  expect(url).toBe("https://shop.example/heim/v1/model?site=outdoor");
  expect(init).toEqual({
    credentials: "omit",
    referrerPolicy: "no-referrer",
    signal: expect.any(AbortSignal),
  });
  expect(core.settings.manifest).toEqual(before);
  expect(said).toEqual([]);
});

test("the merchant's own complements win", async () => {
  const own = { complements: { boots: { socks: 0.9 } } };
  expect(await setUp(answering(), { file: own }).run()).toMatchObject(own);
});

test("it is asked for once a day", async () => {
  const scene = setUp(answering());
  for (const [wait, times] of [
    [0, 1],
    [day - 1, 1],
    [1, 2],
  ] as const) {
    scene.time.now += wait;
    scene.core.settings.manifest = (await scene.run()) as Manifest;
    expect(scene.requests).toHaveLength(times);
  }
});

test("it is asked for only where it is of use", async () => {
  const times = async (given: Scene): Promise<number> => {
    const { run, requests } = setUp(answering(), given);
    await run();
    return requests.length;
  };
  expect(await times({ file: {} })).toBe(0);
  expect(await times({ file: {}, choose: "best" })).toBe(1);
  expect(await times({ file: { complements: {} } })).toBe(1);
  for (const options of [{ site: "" }, { collector: "" }, { manifest: file }] as Core["options"][])
    expect(await times({ options })).toBe(0);
  const { run, requests, permission } = setUp(answering());
  permission.personalization = false;
  await run();
  expect(requests).toEqual([]);
});

test("a shop without a manifest learns of its best slots all the same", async () => {
  const scene = setUp(answering(), { file: undefined, choose: "best", options: { manifest: "" } });
  scene.core.settings.manifest = {};
  expect(await scene.run()).toMatchObject({ model: published.variants });
});

test("a manifest that cannot be had today is not replaced", async () => {
  const scene = setUp(answering(), { file: undefined });
  scene.core.settings.manifest = file;
  expect(await scene.run()).toBeUndefined();
});

const many = Object.fromEntries(Array.from({ length: 9000 }, (_, at) => [`v${at}`, [0.1, 0.1]]));
test.each<[string, () => Promise<unknown>]>([
  ["404", saying(JSON.stringify(published), 404)],
  ["500", saying(JSON.stringify(published), 500)],
  ["a network that fails", () => Promise.reject(new TypeError("network"))],
  ["an answer that never ends", () => Promise.reject(new DOMException("timed out", "TimeoutError"))],
  ["no JSON", saying("<html>")],
  ["over 64 KB", answering({ variants: { hero: many } })],
  ...[
    ...["null", "[]", "1", '"text"', "{}"].map((text) => [text, saying(text)] as const),
    ...[
      { v: 2 },
      { site: "other" },
      { variants: undefined },
      { transitions: null },
      { variants: [] },
      { variants: { hero: [] } },
      { variants: { hero: { a: 0.1 } } },
      { variants: { hero: { a: [0.1] } } },
      { variants: { hero: { a: [0.1, 0.1, 0.1] } } },
      { variants: { hero: { a: ["0.1", 0.1] } } },
      { variants: { hero: { a: [-0.1, 0.1] } } },
      { variants: { hero: { a: [1.1, 0.1] } } },
      { variants: { hero: { a: [0.1, 0] } } },
      { variants: { hero: { a: [null, 0.1] } } },
      { transitions: { boots: { socks: { weight: 1 } } } },
    ].map((change) => [JSON.stringify(change), answering(change)] as const),
    ["an infinite error", saying(JSON.stringify(published).replace("0.01]", "1e999]"))] as const,
  ].map(([name, answer]): [string, () => Promise<unknown>] => [name, answer]),
])("%s: what is known stands, and the collector is asked again in a day", async (_, answer) => {
  const known: Manifest = {
    complements: { boots: { wax: 0.5, lace: 0.2 } },
    model: { hero: { peru: [0.5, 0.1] } },
    learned: { at: 0, complements: { boots: { lace: 0.2 } } },
  };
  const scene = setUp(answer);
  scene.core.settings.manifest = known;
  const after = await scene.run();
  expect(after).toEqual({ ...known, learned: { ...known.learned, at: scene.time.now } });
  expect(scene.said).toEqual(["the collector's model is left out"]);
});

test("without a model before, a bad one leaves none", async () => {
  const after = await setUp(saying("{}")).run();
  expect(after).toEqual({ ...file, learned: { at: expect.any(Number), complements: {} } });
});

test("names that mean something to the language are only names, and none becomes a prototype", async () => {
  const named = (name: string): string =>
    JSON.stringify(published).replaceAll("boots", name).replaceAll("hero", name);
  const after = (await setUp(saying(named("constructor"))).run()) as Manifest;
  expect(Object.keys(after.model ?? {})).toEqual(["constructor"]);
  expect(after.complements).toMatchObject({ constructor: { socks: 0.3 } });
  const hostile = setUp(saying(named("__proto__")));
  expect(await hostile.run()).toMatchObject({ ...file, learned: { complements: {} } });
  expect(hostile.said).toHaveLength(1);
});

test("what was erased while the collector was asked does not come back", async () => {
  const scene = setUp(() => {
    scene.permission.epoch++;
    scene.values.clear();
    return answering()();
  });
  expect(await scene.run()).toBeUndefined();
});

test("a stage that cannot be loaded, and a device that is full, are told", async () => {
  const lost = setUp(answering());
  lost.core.stages.model = () => Promise.reject(new Error("no model.js"));
  await lost.run();
  expect(lost.said).toEqual(["model.js"]);
  const full = setUp(answering());
  full.store.write = () => Promise.reject(new Error("full"));
  await full.run();
  expect(full.said).toContain("model.js");
});
