import { expect } from "vitest";
import { questionCells, subset } from "heimspiel/statistics";
import { cellsHash, encodeReport, toBase64url } from "heimspiel/wire";
import type { AppOptions } from "../routes/index.js";
import { addToken, writeSite } from "../store/index.js";
import { countAll, createTestCollector, type TestCollector } from "../testing/collector.js";
import { crowd, type Truth } from "../testing/crowd.js";
import { createRandom, idOf } from "../testing/visitor.js";

const today = 20_779;

const clear: Truth = {
  slot: "home-hero",
  variants: ["hiking", "peru"],
  cells: [0.3, 0.25, 0.1, 0.05, 0.15, 0.1, 0.05],
  holdout: 0.2,
  goal: { holdout: 0.05, offered: 0.35 },
};
const even: Truth = { ...clear, slot: "even", goal: { holdout: 0.1, offered: 0.1 } };
const early: Truth = { ...clear, slot: "early", variants: [`<script>"'`], cells: [0.7, 0.1, 0.1, 0.1] };
const uneven: Truth = { ...clear, slot: "uneven" };
const crowds = [
  [clear, 3000],
  [even, 2000],
  [uneven, 400],
  [early, 90],
] as const;

/** Cells of the site's topics and pairs. */
const cells = questionCells({ topics: [{ id: "hiking" }, { id: "camping" }] });

/** A collector with the sites "outdoor" and "empty", without answers, and the tokens "admin" and "shared". */
export async function prepared(change: Partial<AppOptions> = {}): Promise<TestCollector> {
  const collector = await createTestCollector(change);
  const { db } = collector;
  const slots = {
    "home-hero": { variants: clear.variants, goal: "checkout", holdout: 20 },
    even: { variants: even.variants, holdout: 20 },
    // Half are said to be held out, a fifth are.
    uneven: { variants: uneven.variants, holdout: 50 },
    early: { variants: early.variants, goal: "<img src=x onerror=alert(1)>" },
  };
  await writeSite(db, { name: "outdoor", slots, cells: { ...cells } });
  await writeSite(db, { name: "empty" });
  await addToken(db, "admin", { scope: "admin", day: today, label: "<b>Ops</b>" });
  await addToken(db, "shared", { scope: "share", day: today, site: "outdoor", expires: today + 7 });
  return collector;
}

/** The same with answers to slots that are clear, even, uneven and early, to topics and to pairs. */
export async function seeded(): Promise<TestCollector> {
  const collector = await prepared();
  for (const [seed, [truth, visits]] of crowds.entries()) {
    const bodies = [...crowd(truth, { visits, seed, days: [today - 1, today] })].map(({ body }) => body);
    await countAll(collector.db, bodies);
  }
  await countAll(collector.db, interestBodies());
  return collector;
}

/** Answers to `topics` and `pairs` by the devices' own randomizer; half like the second cell, half the first. */
function interestBodies(): string[] {
  const random = createRandom(5);
  const eps = 2_000_000;
  return Array.from({ length: 600 }, (_, at) => {
    const answers = (["topics", "pairs"] as const).map((q) => {
      const names = cells[q];
      const a = toBase64url(subset(at % 2, names.length, eps, random));
      return { q, cells: names.length, hash: cellsHash(names), eps, m: "ss" as const, a };
    });
    return encodeReport({ v: 1, site: "outdoor", id: idOf(9_000_000 + at), day: today, answers });
  });
}

/** Reads a page that is there and checks what must be true of each. */
export async function read(
  collector: TestCollector,
  path: string,
  headers: Record<string, string> = {},
): Promise<string> {
  const response = await collector.browse(path, headers);
  expect(response.status, path).toBe(200);
  const html = await response.text();
  checkPage(html);
  return html;
}

/** What the content security policy would block, what a proxy's folder would break, and what must never be said. */
export function checkPage(html: string): void {
  expect(html).toMatch(/^<!doctype html>\n<html lang="(en|de)">/);
  expect(html).not.toMatch(/<script|<style|<img src=x|<b>|<[^>]*\s(?:style|on[a-z]+)=|="javascript:/i);
  expect(html).not.toMatch(/winner|gewinner|sieger/i);
  expect(html).not.toMatch(/(?:href|src|action)="(?:\/|http)/);
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(html).toContain('<a class="skip" href="#content">');
}
