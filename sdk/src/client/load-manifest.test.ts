import { expect, test } from "vitest";
import type { Core } from "./core.js";
import { fakeCore, fakeStore } from "./fakes.test-helper.js";
import { loadManifest } from "./load-manifest.js";

const manifest = { topics: [{ id: "hiking" }] };

function setUp(answer: () => Promise<unknown>, options: Core["options"] = { manifest: "/heimspiel.json" }) {
  const requests: [string, RequestInit][] = [];
  const used: unknown[] = [];
  const fetch = (address: string, init: RequestInit) => {
    requests.push([address, init]);
    return answer();
  };
  const fake = fakeCore({
    window: { fetch } as never,
    options,
    use: (next) => void used.push(next),
  });
  return { ...fake, ...fakeStore(fake.core.consent.gate.isLive), requests, used };
}
const answering =
  (body: unknown, ok = true) =>
  () =>
    Promise.resolve({ ok, status: ok ? 200 : 500, json: () => Promise.resolve(body) });

test("the manifest is fetched without cookie or referrer, put in force and kept", async () => {
  const { core, store, requests, used, writes, said } = setUp(answering(manifest));
  await loadManifest(core, store);
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
  await loadManifest(core, store);
  expect(used).toEqual([manifest]);
  expect(values.get("manifest")).toEqual(manifest);
  expect(said).toHaveLength(2);
});

test("without a grant it is used on this page and not kept", async () => {
  const { core, store, used, writes, permission } = setUp(answering(manifest));
  permission.personalization = false;
  await loadManifest(core, store);
  expect(used).toEqual([manifest]);
  expect(writes).toEqual([]);
});

test.each<[string, () => Promise<unknown>]>([
  ["the network fails", () => Promise.reject(new TypeError("network"))],
  ["the server fails", answering(manifest, false)],
  ["it is no JSON", () => Promise.resolve({ ok: true, json: () => Promise.reject(new SyntaxError("<")) })],
])("%s: what was in force stands, and that is told", async (_, answer) => {
  const { core, store, used, writes, said } = setUp(answer);
  await expect(loadManifest(core, store)).resolves.toBeUndefined();
  expect(used).toEqual([]);
  expect(writes).toEqual([]);
  expect(said).toEqual(["/heimspiel.json is left out"]);
});

test("a manifest that cannot be kept is used all the same", async () => {
  const { core, store, used, life, said } = setUp(answering(manifest));
  life.fault = new Error("full");
  await loadManifest(core, store);
  expect(used).toEqual([manifest]);
  expect(said).toHaveLength(1);
});

test.each([{}, { manifest }])("nothing is fetched when the options name no address (%j)", async (given) => {
  const { core, store, requests } = setUp(answering(manifest), given);
  await loadManifest(core, store);
  expect(requests).toEqual([]);
});
