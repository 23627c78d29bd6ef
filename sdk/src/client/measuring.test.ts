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
    navigator: window.navigator,
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
  const measuring = startMeasuring(fake.core, kept.store, createDevice(fake.core, kept.store), {
    isSensitive: () => false,
  });
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
  const { ledger, late } = values.get("statistics") as StatisticsRecord;
  expect([...asked(), ...Object.keys(late)]).toHaveLength(2);
  const before = asked();
  expect(visit()?.answered).toBe(true);
  expect(values.get("state")).toMatchObject({ visit: { id: 1000, answered: true } });
  expect(ledger).toHaveLength(2);
  turn(document, "visible");
  turn(document, "hidden");
  await settled();
  expect(asked()).toEqual(before);
  measuring.stop();
});

test("a goal reached after the visit was answered goes out when the page is hidden again, once", async () => {
  const { measuring, asked, values } = setUp();
  measuring.met(run(`data-heim-goal="checkout"`));
  measuring.reached("hero", "a", "seen");
  turn(document, "hidden");
  await settled();
  expect(asked()).toEqual(["slot:hero"]);
  turn(document, "visible");
  measuring.goals(["other"]);
  turn(document, "hidden");
  await settled();
  expect(asked()).toEqual(["slot:hero"]);
  turn(document, "visible");
  measuring.goals(["checkout"]);
  measuring.goals(["checkout"]);
  await settled();
  expect(asked()).toEqual(["slot:hero"]);
  turn(document, "hidden");
  await settled();
  expect(asked()).toEqual(["slot:hero", "late:hero"]);
  expect(values.get("statistics")).toMatchObject({ queue: [], late: {} });
  measuring.stop();
});

test("a goal reached while its visit is being answered is a late one", async () => {
  const { measuring, asked } = setUp();
  measuring.met(run(`data-heim-goal="checkout"`));
  turn(document, "hidden");
  measuring.goals(["checkout"]);
  await settled();
  turn(document, "visible");
  turn(document, "hidden");
  await settled();
  expect(asked()).toEqual(["slot:hero", "late:hero"]);
  measuring.stop();
});

test("a goal reached in a later visit is told of the visit before, until that meets the slot and is answered", async () => {
  const first = setUp();
  first.measuring.met(run(`data-heim-goal="checkout"`));
  turn(document, "hidden");
  await settled();
  first.measuring.stop();
  const record = structuredClone(first.values.get("statistics"));
  turn(document, "visible");
  for (const meets of [false, true]) {
    const { measuring, asked, values, time, core } = setUp();
    core.state = { ...core.state!, visit: beginVisit(9000) };
    time.now += 86_400_000;
    values.set("statistics", structuredClone(record));
    if (meets) measuring.met(run(`data-heim-goal="checkout"`));
    if (meets) turn(document, "hidden");
    await settled();
    turn(document, "visible");
    measuring.goals(["checkout"]);
    turn(document, "hidden");
    await settled();
    expect(asked().includes("late:hero")).toBe(!meets);
    measuring.stop();
    turn(document, "visible");
  }
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
