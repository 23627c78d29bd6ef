import { startCollector } from "../support/collector.js";
import { expect, test } from "../support/fixtures.js";
import type { SlotOutcome, VisitOutcomes } from "../../sdk/src/statistics/index.js";

/** What runs is the built package, which is not there yet when types are checked. */
const built = new URL("../../sdk/dist/statistics.mjs", import.meta.url).href;
const { answerVisit, emptyStatistics, slotCells } = (await import(
  built
)) as typeof import("../../sdk/src/statistics/index.js");

const variants = ["peru", "hiking"];
const visitors = 2000;

/** What is true of the crowd: share of visits in each cell, and of goals in either arm. */
const truth = {
  cells: {
    none: 0.4,
    "peru:seen": 0.12,
    "peru:clicked": 0.05,
    "peru:goal": 0.03,
    "hiking:seen": 0.2,
    "hiking:clicked": 0.12,
    "hiking:goal": 0.08,
  },
  goal: { holdout: 0.1, offered: 0.3 },
  holdout: 0.5,
};

/** A seeded generator of 32-bit integers (sfc32, by C. Doty-Humphrey), so that the test always sees the same crowd. */
function sfc32(a: number, b: number, c: number, d: number): () => number {
  return () => {
    const sum = (a + b + d) >>> 0;
    d = (d + 1) >>> 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) >>> 0;
    c = (((c << 21) | (c >>> 11)) + sum) >>> 0;
    return sum;
  };
}

/** One visit, drawn from what is true. */
function visitOf(random: () => number): VisitOutcomes {
  const share = (): number => random() / 2 ** 32;
  const arm = share() < truth.holdout ? 0 : 1;
  let left = share();
  const cell = Object.entries(truth.cells).find(([, part]) => (left -= part) < 0)?.[0] ?? "none";
  const [variant, reached] = cell.split(":") as [string, SlotOutcome["reached"] | undefined];
  const goal = share() < truth.goal[arm === 0 ? "holdout" : "offered"];
  const outcome: SlotOutcome = {
    slot: "home-hero",
    variants,
    holdout: 50,
    arm,
    goal,
    ...(reached ? { variant, reached } : { reached: "none" }),
  };
  return { v: 1, id: 1, slots: { "home-hero": outcome } };
}

interface Interval {
  name?: string;
  state: string;
  share: number;
  low: number;
  high: number;
}

test("2,000 simulated visitors: the truth lies inside the intervals, and the marketer sees them", async ({
  page,
}) => {
  const collector = await startCollector();
  const random = sfc32(1, 2, 3, 4);
  const newId = (): string =>
    Array.from({ length: 21 }, () => "0123456789abcdefghijklmnopqrstuv"[random() % 32]).join("");
  const bodies = Array.from({ length: visitors }, () => {
    const visit = {
      site: "outdoor",
      outcomes: visitOf(random),
      record: emptyStatistics(),
      now: Date.now(),
      random,
      newId,
    };
    return answerVisit(visit).record.queue[0]?.body ?? "";
  });
  for (let at = 0; at < visitors; at += 100) {
    const statuses = await Promise.all(
      bodies
        .slice(at, at + 100)
        .map(async (body) => (await fetch(`${collector.url}/v1/reports`, { method: "POST", body })).status),
    );
    expect(new Set(statuses)).toEqual(new Set([204]));
  }

  const response = await fetch(`${collector.url}/v1/estimates?site=outdoor&question=slot:home-hero`, {
    headers: { authorization: `Bearer ${collector.token}` },
  });
  const result = (await response.json()) as {
    n: number;
    estimates: Interval[];
    uplift: { holdout: { goal: Interval }; offered: { goal: Interval }; difference: Interval };
  };
  expect(result.n).toBe(visitors);
  expect(result.estimates).toHaveLength(slotCells(variants).length);
  const told = result.estimates.filter(({ state }) => state === "ok");
  expect(told.length).toBeGreaterThanOrEqual(3);
  for (const { name, low, high } of told) {
    const share = truth.cells[name as keyof typeof truth.cells];
    expect(low, name).toBeLessThan(share);
    expect(high, name).toBeGreaterThan(share);
  }
  const { holdout, offered, difference } = result.uplift;
  for (const [interval, share] of [
    [holdout.goal, truth.goal.holdout],
    [offered.goal, truth.goal.offered],
    [difference, truth.goal.offered - truth.goal.holdout],
  ] as const) {
    expect(interval.low).toBeLessThan(share);
    expect(interval.high).toBeGreaterThan(share);
  }
  expect(difference.low, "a difference that is really there is seen").toBeGreaterThan(0);

  await page.goto(collector.setup);
  await page.getByRole("link", { name: "home-hero" }).first().click();
  await expect(page.locator("body")).toContainText("hiking");
  await expect(page.locator("svg").first()).toBeVisible();
  await expect(page.locator("body")).not.toContainText(/winner/i);
  await page.screenshot({ path: test.info().outputPath("dashboard.png"), fullPage: true });
  await collector.stop();
});
