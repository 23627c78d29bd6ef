import { expect, test } from "vitest";
import { emptyProfile, fold, type Profile, type Signal, type SignalKind } from "./index.js";

const start = Date.UTC(2026, 0, 1);
const day = 86_400_000;
const end = start + 100 * day;
const kinds: SignalKind[] = [
  ..."view dwell scroll list select search filter like cart uncart purchase declare dismiss".split(" "),
] as SignalKind[];
const foldAll = (list: readonly Signal[]): Profile =>
  list.reduce((profile, one) => fold(profile, one, end), emptyProfile());
const bytes = (profile: Profile): number => Buffer.byteLength(JSON.stringify(profile));

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

test("32 KB are not exceeded by 100,000 signals", () => {
  let seed = 7;
  const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
  const names = Array.from({ length: 400 }, (_, i) => `${["topic-", "größe-", "テーマ", '"\\'][i % 4]!}${i}`);
  // as in a shop: some are met again and again, and there is always something new
  const pick = (): string => names[random(random(10) > 0 ? 30 : names.length)]!;
  let profile = emptyProfile();
  let most = 0;
  for (let i = 0; i < 100_000; i += 1) {
    const at = start + i * 300_000;
    const kind = kinds[random(13)]!;
    const id = pick();
    const more = {
      label: id,
      parents: [pick()],
      order: pick(),
      name: pick(),
      value: pick(),
      facets: { brand: pick() },
    };
    const { label, parents, ...rest } = i % 7 === 0 ? more : { label: id, parents: [] };
    profile = fold(profile, { kind, topics: [{ id, label, parents }], at, page: pick(), ...rest }, at);
    if (i % 97 === 0) most = Math.max(most, bytes(profile));
  }
  expect(bytes(profile)).toBeLessThan(32_000);
  expect(most).toBeLessThan(32_000);
  expect(most).toBeGreaterThan(16_000);
}, 180_000);

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
