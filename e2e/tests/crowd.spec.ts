import { bodiesOf, report, seeded } from "../support/answers.js";
import { startCollector } from "../support/collector.js";
import { expect, test } from "../support/fixtures.js";
import type { SlotOutcome } from "../../sdk/src/statistics/index.js";

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

/** One visit, drawn from what is true. */
function visitOf(random: () => number): SlotOutcome {
  const share = (): number => random() / 2 ** 32;
  const arm = share() < truth.holdout ? 0 : 1;
  let left = share();
  const cell = Object.entries(truth.cells).find(([, part]) => (left -= part) < 0)?.[0] ?? "none";
  const [variant, reached] = cell.split(":") as [string, SlotOutcome["reached"] | undefined];
  const goal = share() < truth.goal[arm === 0 ? "holdout" : "offered"];
  const common = { slot: "home-hero", variants, holdout: 50, arm, goal } as const;
  return reached ? { ...common, variant, reached } : { ...common, reached: "none" };
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
  const random = seeded(1);
  const visits = Array.from({ length: visitors }, () => visitOf(random));
  await report(collector, bodiesOf(visits, random));

  const response = await fetch(`${collector.url}/v1/estimates?site=outdoor&question=slot:home-hero`, {
    headers: { authorization: `Bearer ${collector.token}` },
  });
  const result = (await response.json()) as {
    n: number;
    estimates: Interval[];
    uplift: { holdout: { goal: Interval }; offered: { goal: Interval }; difference: Interval };
  };
  expect(result.n).toBe(visitors);
  expect(result.estimates).toHaveLength(Object.keys(truth.cells).length);
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
