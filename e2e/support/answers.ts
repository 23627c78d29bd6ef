import { expect } from "@playwright/test";
import type { SlotOutcome } from "../../sdk/src/statistics/index.js";
import type { Collector } from "./collector.js";

/** What runs is the built package, which is not there yet when types are checked. */
const built = new URL("../../sdk/dist/statistics.mjs", import.meta.url).href;
const { answerVisit, emptyStatistics } = (await import(
  built
)) as typeof import("../../sdk/src/statistics/index.js");

/** A seeded generator of 32-bit integers (splitmix32), so that the test always sees the same visitors. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let word = state;
    word = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    return (word ^ (word >>> 15)) >>> 0;
  };
}

/** Report bodies of visits, one slot met in each, made by the code that devices run. */
export function bodiesOf(outcomes: readonly SlotOutcome[], random: () => number): string[] {
  const newId = (): string => Array.from({ length: 21 }, () => (random() % 32).toString(32)).join("");
  return outcomes.map((outcome, at) => {
    const visit = { v: 1 as const, id: at + 1, slots: { [outcome.slot]: outcome } };
    const record = emptyStatistics();
    const asked = { site: "outdoor", outcomes: visit, record, now: Date.now(), random, newId };
    return answerVisit(asked).record.queue[0]?.body ?? "";
  });
}

/** Sends reports to a collector, a hundred at a time. */
export async function report({ url }: Collector, bodies: readonly string[]): Promise<void> {
  for (let at = 0; at < bodies.length; at += 100) {
    const statuses = await Promise.all(
      bodies
        .slice(at, at + 100)
        .map(async (body) => (await fetch(`${url}/v1/reports`, { method: "POST", body })).status),
    );
    expect(new Set(statuses)).toEqual(new Set([204]));
  }
}
