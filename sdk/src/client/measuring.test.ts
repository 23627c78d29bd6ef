// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { emptyMemory } from "../decisions/index.js";
import { emptyProfile } from "../interests/index.js";
import { readSlot } from "../slots/index.js";
import { build } from "../slots/build.test-helper.js";
import type { StatisticsRecord } from "../statistics/index.js";
import { decodeReport } from "../wire/index.js";
import { createDevice } from "./device.js";
import { fakeCore, fakeStore, settled } from "./fakes.test-helper.js";
import { startMeasuring } from "./measuring.js";
import { beginVisit, meet, type Visit } from "./outcomes.js";
import { turn, watchListeners } from "./page.test-helper.js";
import type { Run } from "./personalizer.js";
import { specOf } from "./slot-spec.js";
import { literate } from "./more.test-helper.js";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  turn(document, "visible");
});
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

/** A profile in a visit that began at 1000. */
const profile = { ...emptyProfile(), visit: { count: 1, pages: 1, start: 1000, last: 1000 } };
const left = (id: number): Visit =>
  meet(beginVisit(id), {
    slot: "old",
    variants: ["a"],
    reached: "none",
    holdout: 0,
    arm: 1,
    goal: false,
  });

function setUp(visit?: Visit, statistics = true) {
  const bodies: string[] = [];
  const fetch = (_: string, { body }: RequestInit): Promise<unknown> => {
    bodies.push(body as string);
    return Promise.resolve({ status: 204 });
  };
  const page = {
    document,
    location: window.location,
    fetch,
    addEventListener: vi.fn(),
    removeEventListener: vi.fn(),
  };
  const fake = fakeCore({
    window: page as never,
    random: () => 4000,
    state: { profile, memory: emptyMemory("seed"), ...(visit && { visit }) },
  });
  fake.permission.statistics = statistics;
  const kept = fakeStore(fake.core.consent.gate.isLive);
  const measuring = startMeasuring(fake.core, kept.store, createDevice(fake.core, kept.store));
  const asked = (): string[] => bodies.flatMap((body) => decodeReport(body).answers.map(({ q }) => q));
  return { ...fake, ...kept, measuring, bodies, asked, visit: () => fake.core.state?.visit };
}
const run = (attributes = `data-heim-goal="checkout" data-heim-holdout="10"`): Run => {
  const html = `<div data-heim-slot="hero" ${attributes}>x<template data-heim-variant="a"></template><template data-heim-variant="b"></template></div>`;
  const markup = readSlot(build(html), vi.fn())!;
  const decision = {
    slot: "hero",
    state: "personalized",
    variant: "a",
    arm: 1,
    reason: {},
  } as Run["decision"];
  return { markup, spec: specOf(markup, { ...literate, fault: vi.fn() }), decision, seen: false, since: 0 };
};

test("a slot that is met is noted as it begins; shows, clicks and goals take it further", () => {
  const { measuring, visit } = setUp();
  measuring.met(run());
  expect(visit()).toEqual({
    v: 1,
    id: 1000,
    slots: {
      hero: {
        slot: "hero",
        variants: ["a", "b"],
        reached: "none",
        holdout: 10,
        arm: 1,
        goal: false,
        measured: "checkout",
      },
    },
  });
  measuring.reached("hero", "a", "seen");
  measuring.reached("hero", "a", "clicked");
  expect(visit()?.slots["hero"]).toMatchObject({ variant: "a", reached: "clicked", goal: false });
  measuring.goals(["other"]);
  measuring.goals(["checkout"]);
  expect(visit()?.slots["hero"]).toMatchObject({ variant: "a", reached: "goal", goal: true });
  measuring.stop();
});

test("a goal marked in the page counts", () => {
  const { measuring, visit } = setUp();
  measuring.met(run());
  build(`<button type="button" data-heim-goal="checkout">buy</button>`).dispatchEvent(
    new MouseEvent("click", { bubbles: true }),
  );
  expect(visit()?.slots["hero"]?.goal).toBe(true);
  measuring.stop();
});

test("the end of the visit answers it, once, and the device remembers that", async () => {
  const { measuring, visit, asked, values } = setUp();
  measuring.met(run());
  turn(document, "hidden");
  await settled();
  expect(asked().sort()).toEqual(["slot:hero", "uplift:hero"]);
  expect(visit()?.answered).toBe(true);
  expect(values.get("state")).toMatchObject({ visit: { id: 1000, answered: true } });
  expect((values.get("statistics") as StatisticsRecord).ledger).toHaveLength(2);
  turn(document, "visible");
  turn(document, "hidden");
  await settled();
  expect(asked()).toHaveLength(2);
  measuring.stop();
});

test("a visit whose tab was closed too soon is answered when the next begins, which begins empty", async () => {
  const { measuring, visit, asked } = setUp(left(500));
  expect(visit()).toEqual(beginVisit(1000));
  await settled();
  expect(asked()).toEqual(["slot:old"]);
  expect(visit()?.answered).toBeUndefined();
  measuring.stop();
});

test("the visit before is not answered again, and the visit that goes on is not ended by the next page", async () => {
  for (const before of [{ ...left(500), answered: true }, left(1000)]) {
    const { measuring, asked } = setUp(before);
    await settled();
    expect(asked()).toEqual([]);
    measuring.stop();
  }
});

test("what could not be sent before goes out after a while drawn at random, and not at once", async () => {
  const { measuring, bodies, values, time } = setUp();
  const queue = [{ id: "one", body: "body of one", at: time.now }];
  values.set("statistics", { v: 1, ledger: [], queue, answered: {} });
  vi.advanceTimersByTime(3999);
  await settled();
  expect(bodies).toEqual([]);
  vi.advanceTimersByTime(1);
  await settled();
  expect(bodies).toEqual(["body of one"]);
  measuring.stop();
});

test("once the grant for statistics has ended nothing is noted down or answered", async () => {
  const { measuring, visit, bodies, permission } = setUp();
  measuring.met(run());
  const before = visit();
  permission.statistics = false;
  measuring.reached("hero", "a", "clicked");
  measuring.goals(["checkout"]);
  turn(document, "hidden");
  await settled();
  expect(visit()).toEqual(before);
  expect(bodies).toEqual([]);
  measuring.stop();
});

test("stop leaves neither listener nor timer", () => {
  const listeners = watchListeners(document);
  const { measuring } = setUp();
  expect(listeners.count()).toBeGreaterThan(0);
  expect(vi.getTimerCount()).toBe(1);
  measuring.stop();
  expect(listeners.count()).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});
