import fc from "fast-check";
import { expect, test } from "vitest";
import {
  emptyProfile,
  expire,
  facts,
  fold,
  readProfile,
  resting,
  type Profile,
  type Signal,
  type SignalKind,
} from "./index.js";

const start = Date.UTC(2026, 0, 1);
const day = 86_400_000;
const kinds: SignalKind[] = [
  ..."view dwell scroll list select search filter like cart uncart purchase declare dismiss".split(" "),
] as SignalKind[];
const hostile = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "",
  " ",
  "\0\u0001",
  "\ud800",
  "ä€😀".repeat(16),
  "x".repeat(10_000),
];
const name = fc.oneof(fc.constantFrom("hiking", "boots", "socks", "golf", "12"), fc.constantFrom(...hostile));
const signal: fc.Arbitrary<Signal> = fc.record(
  {
    kind: fc.constantFrom(...kinds),
    topics: fc.array(
      fc.oneof(
        name,
        fc.record({ id: name, weight: fc.double(), label: name, parents: fc.array(name, { maxLength: 3 }) }),
      ),
      { maxLength: 3 },
    ),
    at: fc.integer({ min: start, max: start + 100 * day }),
    page: name,
    order: name,
    name,
    value: fc.oneof(name, fc.boolean(), fc.integer(), fc.constantFrom(NaN, Infinity)),
    facets: fc.dictionary(name, name, { maxKeys: 3 }),
  },
  { requiredKeys: ["kind", "topics", "at"] },
);
const signals = fc.array(signal, { maxLength: 30 });
const end = start + 100 * day;
const foldAll = (list: readonly Signal[], now = end, from = emptyProfile()): Profile =>
  list.reduce((profile, one) => fold(profile, one, now), from);
const bytes = (profile: Profile): number => Buffer.byteLength(JSON.stringify(profile));

function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}

test("folding in any batching gives the same profile", () => {
  fc.assert(
    fc.property(signals, fc.array(fc.nat(6), { maxLength: 10 }), (list, cuts) => {
      const inOrder = [...list].sort((a, b) => a.at - b.at);
      let profile = emptyProfile();
      let rest = inOrder;
      for (const cut of [...cuts, rest.length]) {
        const batch = rest.slice(0, cut);
        rest = rest.slice(cut);
        profile = foldAll(batch, batch.at(-1)?.at ?? end, structuredClone(profile));
      }
      expect(foldAll(rest, end, profile)).toEqual(foldAll(inOrder));
    }),
    { numRuns: 60 },
  );
});

test("time only lowers interest, which is always 0..1", () => {
  fc.assert(
    fc.property(signals, fc.nat(200 * day), fc.nat(200 * day), (list, wait, more) => {
      const profile = foldAll(list);
      const before = facts(profile, end + wait);
      const after = facts(profile, end + wait + more);
      for (const [topic, value] of Object.entries(after.interest)) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        if (Object.hasOwn(before.interest, topic)) expect(value).toBeLessThanOrEqual(before.interest[topic]!);
      }
      expect(Object.values(after.need).every((need) => need >= 0 && need <= 1)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test("the input is never changed, and the output can be stored and read", () => {
  fc.assert(
    fc.property(signals, signal, (list, one) => {
      const profile = freeze(foldAll(list));
      const next = fold(profile, freeze(one), end);
      expect(readProfile(JSON.parse(JSON.stringify(next)))).toEqual(next);
      expire(profile, end + 100 * day);
      facts(profile, end);
    }),
    { numRuns: 60 },
  );
});

test("a purchase silences its topic and raises its complements, whatever came before", () => {
  fc.assert(
    fc.property(signals, (list) => {
      const policy = { complements: { tent: { mat: 0.5 } } };
      const profile = fold(foldAll(list), { kind: "purchase", topics: ["tent"], at: end }, end, policy);
      const after = facts(profile, end, policy);
      expect(after.interest.tent).toBeUndefined();
      expect(resting(profile, end)).toContain("tent");
      expect(after.need.mat).toBe(0.5);
    }),
    { numRuns: 30 },
  );
});

test("hostile names are safe", () => {
  const profile = foldAll(
    hostile.flatMap((id) =>
      kinds.map((kind): Signal => ({
        kind,
        topics: [{ id, label: id, parents: [id] }],
        at: end,
        facets: { [id]: id },
      })),
    ),
  );
  facts(profile, end, { complements: { constructor: { constructor: 0.5 } } });
  expect(({} as { score?: unknown }).score).toBeUndefined();
  expect(Object.getPrototypeOf(profile.topics)).toBe(Object.prototype);
  expect(Object.keys(profile.topics)).toContain("constructor");
  expect(
    Object.keys(profile.topics).filter((id) => id.length > 64 || !id.trim() || id === "__proto__"),
  ).toEqual([]);
});

test("50 topics, 40 facets and 32 KB are never exceeded", () => {
  let seed = 1;
  const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
  const names = Array.from(
    { length: 90 },
    (_, i) => ["ß", "€", "ä", "a"][i % 4]!.repeat(61) + i.toString(36),
  );
  const pick = (): string => names[random(names.length)]!;
  let profile = emptyProfile();
  for (let i = 0; i < 500; i += 1) {
    const topics = [{ id: pick(), label: pick(), parents: [pick(), pick()], weight: random(9) }];
    const one: Signal = {
      kind: kinds[random(13)]!,
      topics,
      at: start + i * 60_000,
      page: pick(),
      order: String(i),
    };
    profile = fold(
      profile,
      { ...one, facets: { [pick()]: pick() }, name: pick(), value: pick() + pick() },
      end,
    );
    expect(bytes(profile)).toBeLessThan(32 * 1024);
    expect(Object.keys(profile.topics).length).toBeLessThanOrEqual(50);
  }
  expect(Object.keys(profile.facets).length).toBeLessThanOrEqual(40);
  expect(Object.keys(profile.topics).length).toBeGreaterThan(10);
}, 20_000);

test("the weakest topic leaves first", () => {
  const list = Array.from({ length: 60 }, (_, i): Signal => ({
    kind: "view",
    topics: [`t${i}`],
    at: start + i * day,
  }));
  const kept = Object.keys(foldAll([{ kind: "dismiss", topics: ["muted"], at: start }, ...list]).topics);
  expect(kept).toHaveLength(50);
  expect(kept).toContain("muted");
  expect(kept).not.toContain("t5");
  expect(kept).toContain("t59");
});
