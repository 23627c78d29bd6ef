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
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "", " ", "\0\u0001", "\ud800"],
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
    item: fc.record({ price: fc.oneof(fc.double(), fc.constantFrom(5e-324, 1e300, Infinity)) }),
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

test("what is deleted with age is so at the next page or the next signal alike", () => {
  const far = signals.map((list) => list.map((one, i) => ({ ...one, at: start + i * 23 * day })));
  fc.assert(
    fc.property(far, fc.array(fc.nat(22), { minLength: 30, maxLength: 30 }), (list, waits) => {
      let profile = emptyProfile();
      const last = start + 1000 * day;
      list.forEach((one, i) => {
        profile = expire(fold(profile, one, last), one.at + waits[i]! * day);
      });
      expect(expire(profile, last)).toEqual(expire(foldAll(list, last), last));
    }),
    { numRuns: 60 },
  );
});

const amount = fc.oneof(fc.double({ min: 0, max: 50, noNaN: true }), fc.constantFrom(0, 1e-300, 1e15));
const time = fc.integer({ min: start, max: end });
const topic = fc.record(
  {
    ...{ score: amount, visit: amount, at: time, first: amount, signals: fc.nat(99) },
    counts: fc.dictionary(fc.constantFrom(...kinds), fc.nat(99)),
    pages: fc.dictionary(fc.string({ minLength: 1, maxLength: 4 }), fc.constantFrom(0, 1)),
    ...{ evident: fc.boolean(), label: name, looked: time, declared: time },
    ...{ bought: time, rests: time, muted: time, prices: fc.nat(20), price: amount },
  },
  { requiredKeys: ["score", "visit", "at", "first", "signals", "counts", "pages"] },
);
const topicIds = ["hiking", "boots", "socks", "golf", "constructor"];
const anyProfile = fc
  .record({
    v: fc.constant(1),
    topics: fc.dictionary(fc.constantFrom(...topicIds), topic),
    facets: fc.dictionary(fc.constantFrom("brand\nlowa", "size\n42"), topic),
    declared: fc.dictionary(name, fc.record({ value: fc.oneof(name, fc.integer(), fc.boolean()), at: time })),
    orders: fc.dictionary(fc.nat().map(String), time),
    visit: fc.record(
      {
        ...{ count: fc.nat(9), pages: fc.nat(9), start: time, last: time, channel: fc.constant("email") },
        cart: fc.record({ items: fc.nat(9), value: amount }, { requiredKeys: ["items"] }),
      },
      { requiredKeys: ["count", "pages", "start", "last"] },
    ),
  })
  .map(readProfile);
const anyPolicy = fc.record({
  complements: fc.dictionary(
    fc.constantFrom(...topicIds),
    fc.dictionary(fc.constantFrom(...topicIds), fc.double({ min: 0, max: 1, noNaN: true })),
  ),
  topics: fc.dictionary(
    fc.constantFrom(...topicIds),
    fc.record({ halfLife: fc.double({ min: 0, max: 90, noNaN: true }), repurchase: fc.nat(400) }),
  ),
  visitShare: fc.double({ min: 0, max: 2, noNaN: true }),
});

test("time only lowers interests and needs, which are always 0..1; but a rest comes to its end", () => {
  fc.assert(
    fc.property(
      anyProfile,
      anyPolicy,
      fc.nat(200 * day),
      fc.nat(200 * day),
      (profile, policy, wait, more) => {
        const rested = resting(profile, start + wait);
        const before = facts(profile, start + wait, policy);
        const after = facts(profile, start + wait + more, policy);
        const all = [
          ...Object.entries(after.interest).map((entry) => [before.interest, ...entry] as const),
          ...Object.entries(after.need).map((entry) => [before.need, ...entry] as const),
          ...Object.keys(after.facet).flatMap((of) =>
            Object.entries(after.facet[of]!).map((entry) => [before.facet[of] ?? {}, ...entry] as const),
          ),
        ];
        for (const [earlier, id, value] of all) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
          if (!rested.includes(id))
            expect(value).toBeLessThanOrEqual(Object.hasOwn(earlier, id) ? earlier[id]! : 0);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test("export and import are the identity", () => {
  fc.assert(
    fc.property(anyProfile, (profile) => {
      expect(readProfile(JSON.parse(JSON.stringify(profile)))).toEqual(profile);
      expect(Object.keys(profile.topics).length + Object.keys(profile.facets).length).toBeGreaterThanOrEqual(
        0,
      );
    }),
    { numRuns: 100 },
  );
});

test("whatever is stored takes 32 KB at most", () => {
  fc.assert(
    fc.property(anyProfile, fc.string({ unit: "binary", minLength: 1, maxLength: 64 }), (profile, text) => {
      const many = Array.from({ length: 90 }, (_, i) => [
        `${text.slice(0, 60)}${i}`,
        Object.values(profile.topics)[0],
      ]);
      const next = expire(
        { ...profile, topics: { ...profile.topics, ...Object.fromEntries(many.filter(([, one]) => one)) } },
        start,
      );
      expect(bytes(next)).toBeLessThan(32_000);
    }),
    { numRuns: 100 },
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
    fc.property(signals, fc.integer({ min: 1, max: 390 }), fc.nat(390), (list, repurchase, wait) => {
      const policy = { complements: { tent: { mat: 0.5, boots: 0.5 } }, topics: { tent: { repurchase } } };
      const known = foldAll(list);
      const before = facts(known, end, policy);
      const profile = fold(known, { kind: "purchase", topics: ["tent"], at: end }, end, policy);
      const after = facts(profile, end, policy);
      expect(after.interest.tent).toBeUndefined();
      expect([after.top, after.top2, after.rising]).not.toContain("tent");
      expect(after.need.mat).toBe(0.5);
      const { boots } = profile.topics;
      if (resting(profile, end).includes("boots") || boots?.muted) expect(after.need.boots).toBeUndefined();
      else expect(after.need.boots).toBeGreaterThan(before.need.boots ?? 0);
      const later = fold(
        profile,
        { kind: "view", topics: ["tent"], at: end + wait * day },
        end + wait * day,
        policy,
      );
      expect(resting(later, end + wait * day).includes("tent")).toBe(wait < repurchase);
    }),
    { numRuns: 60 },
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
