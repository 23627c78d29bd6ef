import { describe, expect, test, vi } from "vitest";
import { emptyMemory } from "../decisions/index.js";
import { emptyProfile, facts, fold, type Signal } from "../interests/index.js";
import type { Recap } from "../panel/index.js";
import type { Core } from "./core.js";
import type { DeviceState } from "./device-state.js";
import { fakeCore } from "./fakes.test-helper.js";
import * as model from "./learn-stage.js";
import { recapPorts } from "./recap-ports.js";

const day = 86_400_000;
const now = Date.UTC(2026, 4, 20, 12);
const look = (topic: string, page: string, ago = 1): Signal => ({
  ...{ kind: "view", topics: [topic], page, at: now - ago * day },
});
const looks = (topic: string, count: number, ago = 1): Signal[] =>
  Array.from({ length: count }, (_, index) => look(topic, `/${topic}/${index}`, ago));

/** What is read of a profile that these signals have made. */
function reading(
  signals: readonly Signal[],
  parts: { state?: Partial<DeviceState> | "none"; settings?: Partial<Core["settings"]> } = {},
) {
  const profile = {
    ...signals.reduce((before, signal) => fold(before, signal, signal.at), emptyProfile()),
    visit: { count: 4, pages: 2, start: now - 1000, last: now, before: now - 9 * day },
  };
  const state = { profile, memory: emptyMemory("seed"), ...(parts.state !== "none" && parts.state) };
  const { core } = fakeCore({
    clock: () => now,
    window: { location: { hostname: "shop.example" } } as unknown as Core["window"],
    ...(parts.state !== "none" && { state }),
    situation: () => ({ facts: facts(profile, now) }) as unknown as ReturnType<Core["situation"]>,
    stages: { learn: () => Promise.resolve(model) } as unknown as Core["stages"],
  });
  Object.assign(core.settings, parts.settings);
  return { core, recap: () => recapPorts(core).read("en") };
}
const read = (...of: Parameters<typeof reading>): Promise<Recap> => reading(...of).recap() as Promise<Recap>;

test("visits, different pages, the oldest day, and topics by their strength in the shop's words", async () => {
  const recap = await read([...looks("hiking", 3, 60), ...looks("tents", 5, 2), look("tents", "/hiking/0")], {
    settings: { manifest: { topics: [{ id: "tents", label: { en: "Tents", de: "Zelte" } }] } },
  });
  expect(recap).toMatchObject({ shop: "shop.example", visits: 4, pages: 8, long: true });
  expect(recap.since).toBe(Date.UTC(2026, 2, 21));
  expect(recap.topics).toEqual([
    { label: "Tents", percent: expect.any(Number) as number, since: Date.UTC(2026, 4, 18), pages: 6 },
    { label: "hiking", percent: expect.any(Number) as number, since: Date.UTC(2026, 2, 21), pages: 3 },
  ]);
  expect(recap.topics[0]?.percent).toBeGreaterThan(recap.topics[1]?.percent ?? 100);
});

test("what was bought rests and is no hill; what was told is told; the last visit is the oldest trace", async () => {
  const bought: Signal = { kind: "purchase", topics: ["boots"], at: now - day, item: { id: "b" } };
  const told: Signal = { kind: "declare", topics: [], name: "size", value: 42, at: now };
  const recap = await read([...looks("boots", 4), bought, told]);
  expect(recap.topics).toEqual([]);
  expect(recap.resting).toEqual([["boots", now + 59 * day]]);
  expect(recap.told).toEqual([["size", 42]]);
  expect(recap).toMatchObject({ long: false, since: Date.UTC(2026, 4, 11) });
});

describe("nothing is said of", () => {
  const golf = looks("golf", 5);
  test("a muted topic", async () => {
    const muted: Signal = { kind: "dismiss", topics: ["golf"], at: now };
    expect((await read([...golf, muted, ...looks("tents", 3)])).topics.map(({ label }) => label)).toEqual([
      "tents",
    ]);
    const bought: Signal = { kind: "purchase", topics: ["golf"], at: now - day, item: { id: "b" } };
    expect(await reading([...golf, bought, muted]).recap()).toBe("early");
  });
  test("a topic with too little evidence", async () => {
    expect(await reading(looks("golf", 2)).recap()).toBe("early");
  });
  test.each([
    ["named sensitive since", { golf: { sensitive: true } }],
    ["that belongs to such a one", { golf: { parents: ["sport"] }, sport: { sensitive: true } }],
  ])("a topic %s", async (_, topics) => {
    expect(await reading(golf, { settings: { policy: { topics } } }).recap()).toBe("early");
  });
  test("a topic whose label is sensitive, or such an answer", async () => {
    const manifest = { topics: [{ id: "golf", label: "Schwangerschaft" }] };
    expect(await reading(golf, { settings: { manifest } }).recap()).toBe("early");
    const profile = { ...emptyProfile(), declared: { religion: { value: "none", at: now } } };
    expect(await reading([], { state: { profile } }).recap()).toBe("early");
  });
});

test("without consent, and where less personal pages are wanted, there is none", async () => {
  expect(await reading(looks("golf", 5), { state: "none" }).recap()).toBe("consent");
  for (const intensity of [0, 1] as const)
    expect(await reading(looks("golf", 5), { state: { intensity } }).recap()).toBe("level");
});

test("it hears of changes and of consent until it is stopped", () => {
  const { core } = reading([]);
  const heard = vi.fn();
  const stop = recapPorts(core).on(heard);
  core.emitter.emit("change", undefined);
  core.emitter.emit("consent", { personalization: "denied", statistics: "denied" });
  stop();
  core.emitter.emit("change", undefined);
  expect(heard).toHaveBeenCalledTimes(2);
});
