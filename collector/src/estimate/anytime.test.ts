import { expect, test } from "vitest";
import { binomial, supportOf } from "../testing/draws.js";
import { cellTruth, slotTraffic, truthOf } from "../testing/traffic.js";
import { createRandom, epsilon } from "../testing/visitor.js";
import {
  anytime,
  cells,
  differences,
  rates,
  tunedFor,
  uplift,
  type Late,
  type Result,
  type Support,
} from "./index.js";

const peeks = 60;

/** What is estimated at each peek, in an order that does not change. */
type Peek = () => readonly Result[];

/** Shares of experiments in which the truth was outside at any peek, for both kinds of interval. */
function leaving(
  truths: readonly number[],
  { experiments, start }: { experiments: number; start: () => Peek },
): { fixed: number[]; anytime: number[] } {
  const left = { fixed: truths.map(() => 0), anytime: truths.map(() => 0) };
  for (let experiment = 0; experiment < experiments; experiment++) {
    const peek = start();
    const out = { fixed: new Set<number>(), anytime: new Set<number>() };
    for (let time = 0; time < peeks; time++) {
      peek().forEach((result, at) => {
        if (result.state !== "ok") return;
        const outside = ({ low, high }: { low: number; high: number }): boolean =>
          truths[at]! < low || truths[at]! > high;
        if (outside(result)) out.fixed.add(at);
        if (outside(result.anytime)) out.anytime.add(at);
      });
    }
    for (const at of out.fixed) left.fixed[at]! += 1 / experiments;
    for (const at of out.anytime) left.anytime[at]! += 1 / experiments;
  }
  return left;
}

function expectAnytime({ fixed, anytime: always }: ReturnType<typeof leaving>): void {
  for (const share of always) expect(share).toBeLessThanOrEqual(0.05);
  // What the fixed interval does when it is looked at 60 times.
  for (const share of fixed) expect(share).toBeGreaterThan(0.2);
}

const plus = <Sums extends Support>(a: Sums, b: Sums): Sums => ({
  ...b,
  n: a.n + b.n,
  support: b.support.map((count, at) => count + (a.support[at] ?? 0)),
});

test("cells, rates with late goals and differences stay inside at all of 60 peeks", () => {
  const random = createRandom(81);
  const traffic = slotTraffic(200, 1);
  const question = { cells: 7, epsilon };
  const start = (): Peek => {
    let slot: Support = { n: 0, support: [] };
    let late: Late = { n: 0, support: [], cells: 3, epsilon };
    return () => {
      const more = traffic(random);
      [slot, late] = [plus(slot, more.slot), plus(late, more.late)];
      const [first, second] = rates(slot, question, late)!;
      const [apart] = differences(slot, question, late);
      return [cells(slot, question)[1]!, first!.clicked, second!.goal, apart!.goal];
    };
  };
  const apart = truthOf(1).goal - truthOf(0).goal;
  const truths = [cellTruth[1]!, truthOf(0).clicked, truthOf(1).goal, apart];
  expectAnytime(leaving(truths, { experiments: 400, start }));
});

test("an uplift stays inside at all of 60 peeks", () => {
  const random = createRandom(82);
  const draw = (arm: number, n: number, goal: number): Support & { arm: number } => {
    const reached = binomial(n, goal, random);
    return { arm, n, support: supportOf([reached, n - reached], epsilon, random) };
  };
  const start = (): Peek => {
    let arms = [draw(0, 0, 0), draw(1, 0, 0)];
    return () => {
      const held = binomial(250, 0.4, random);
      const more = [draw(0, held, 0.08), draw(1, 250 - held, 0.12)];
      arms = arms.map((sums, arm) => plus(sums, more[arm]!));
      return [uplift(arms, epsilon).difference];
    };
  };
  expectAnytime(leaving([0.04], { experiments: 1000, start }));
});

test("the width is that of the published formula", () => {
  // √(2(nρ²+1)/(n²ρ²) · log(√(nρ²+1)/α)) for σ = 1 and α = 5 %, as Waudby-Smith et al. write it
  const rho2 = 8.2118 / tunedFor;
  for (const n of [100, 2000, 100_000]) {
    const x = n * rho2;
    const half = Math.sqrt(((2 * (x + 1)) / (n ** 2 * rho2)) * Math.log(Math.sqrt(x + 1) / 0.05));
    const { low, high } = anytime({ share: 0.5, standardError: 1 / Math.sqrt(n), low: 0, high: 1 }, n);
    expect((high - low) / 2 / half).toBeCloseTo(1, 4);
    expect((high + low) / 2).toBeCloseTo(0.5, 12);
  }
});

test("it is narrowest, in standard errors, where it is tuned for", () => {
  const width = (n: number): number => anytime({ share: 0, standardError: 1, low: -2, high: 2 }, n).high;
  expect(width(tunedFor)).toBeCloseTo(3.035, 3);
  for (const n of [100, 500, 1500, 2500, 20_000]) expect(width(n)).toBeGreaterThan(width(tunedFor));
});
