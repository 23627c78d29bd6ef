import { expect, test, vi } from "vitest";
import type { Core } from "./core.js";
import { createCore } from "./create-core.js";
import { fakeCore, fakeStore } from "./fakes.test-helper.js";
import { keepManifest } from "./keep-manifest.js";
import { loadManifest } from "./manifest-stage.js";

const manifest = { topics: [{ id: "hiking" }] };

function setUp(answer: () => Promise<unknown>, options: Core["options"] = { manifest: "/heimspiel.json" }) {
  const requests: [string, RequestInit][] = [];
  const used: unknown[] = [];
  const fetch = (address: string, init: RequestInit) => {
    requests.push([address, init]);
    return answer();
  };
  const fake = fakeCore({
    window: { fetch, navigator: {} } as never,
    options,
    events: [],
    use(next) {
      used.push(next);
      fake.core.settings = { ...fake.core.settings, manifest: next };
    },
  });
  // The way of asking for the manifest is the core's own.
  const { manifest: ask } = createCore(fake.core, {
    manifest: () => Promise.resolve({ loadManifest }),
  } as never);
  const { consent } = fakeCore().core;
  const core = Object.assign(fake.core, { consent, manifest: ask });
  return { ...fake, core, ...fakeStore(), requests, used };
}
const answering =
  (body: unknown, ok = true) =>
  () =>
    Promise.resolve({ ok, status: ok ? 200 : 500, json: () => Promise.resolve(body) });

test("the manifest is fetched once, without cookie or referrer, put in force and kept", async () => {
  const { core, store, requests, used, writes, said } = setUp(answering(manifest));
  await core.manifest();
  await keepManifest(core, store);
  expect(requests).toHaveLength(1);
  const [[url, init]] = requests as [[string, RequestInit]];
  expect(url).toBe("/heimspiel.json");
  expect(init).toMatchObject({ credentials: "omit", referrerPolicy: "no-referrer" });
  expect(init.signal).toBeInstanceOf(AbortSignal);
  expect(used).toEqual([manifest]);
  expect(writes).toEqual([[["manifest", manifest]]]);
  expect(said).toEqual([]);
});

test("what is malformed in it is neither used nor kept", async () => {
  const { core, store, used, values, said } = setUp(answering({ ...manifest, tact: 5, extra: {} }));
  await keepManifest(core, store);
  expect(used).toEqual([manifest]);
  expect(values.get("manifest")).toEqual(manifest);
  expect(said).toHaveLength(2);
});

test("what the collector has published stays with a new manifest, under the merchant's own word", async () => {
  const complements = { boots: { socks: 0.9 } };
  const { core, store, used, values } = setUp(answering({ ...manifest, complements }));
  const published = {
    model: { hero: { a: [0.1, 0.01] as const } },
    learned: { at: 5, complements: { boots: { socks: 0.2, wax: 0.3 }, tent: { lamp: 0.1 } } },
  };
  core.settings = { ...core.settings, manifest: { ...published, complements: { old: { gone: 1 } } } };
  await keepManifest(core, store);
  const whole = {
    ...{ ...manifest, ...published },
    complements: { boots: { socks: 0.9, wax: 0.3 }, tent: { lamp: 0.1 } },
  };
  expect(used).toEqual([whole]);
  expect(values.get("manifest")).toEqual(whole);
});

test("no model is taken from the file", async () => {
  const model = { hero: { a: [1, 0.1] } };
  const { core, store, used, said } = setUp(answering({ ...manifest, model, learned: { at: 1 } }));
  await keepManifest(core, store);
  expect(used).toEqual([manifest]);
  expect(said).toEqual(["manifest.model: unknown", "manifest.learned: unknown"]);
});

test("without a grant it is used on this page and not kept", async () => {
  const { core, store, used, writes } = setUp(answering(manifest));
  core.consent.gate.grant = () => undefined;
  await keepManifest(core, store);
  expect(used).toEqual([manifest]);
  expect(writes).toEqual([]);
});

test.each<[string, () => Promise<unknown>]>([
  ["the network fails", () => Promise.reject(new TypeError("network"))],
  ["the server fails", answering(manifest, false)],
  ["it is no JSON", () => Promise.resolve({ ok: true, json: () => Promise.reject(new SyntaxError("<")) })],
])("%s: what was in force stands, and that is told", async (_, answer) => {
  const { core, store, used, writes, said } = setUp(answer);
  await expect(core.manifest()).resolves.toBeUndefined();
  await keepManifest(core, store);
  expect(used).toEqual([]);
  expect(writes).toEqual([]);
  expect(said).toEqual(["/heimspiel.json is left out"]);
});

test("a manifest that cannot be kept is used all the same", async () => {
  const { core, store, used, life, said } = setUp(answering(manifest));
  life.fault = new Error("full");
  await keepManifest(core, store);
  expect(used).toEqual([manifest]);
  expect(said).toHaveLength(1);
});

test.each([{}, { manifest: "" }, { manifest }])(
  "nothing is fetched when the options name no address (%j)",
  async (given) => {
    const answer = vi.fn(answering(manifest));
    const { core, store } = setUp(answer, given);
    await keepManifest(core, store);
    expect(answer).not.toHaveBeenCalled();
  },
);
