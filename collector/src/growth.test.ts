import { expect, test } from "vitest";
import { openDatabase } from "./store/index.js";
import { bytesUsed, passDays, passQuietDays } from "./testing/growth.js";

async function bytesAfter(days: number, perDay: number): Promise<{ busy: number; quiet: number }> {
  const db = await openDatabase(":memory:");
  await passDays(db, { days, perDay });
  const busy = await bytesUsed(db);
  await passQuietDays(db, { days });
  const quiet = await bytesUsed(db);
  await db.destroy();
  return { busy, quiet };
}

test("the size depends on questions and days, not on the number of reports", async () => {
  const few = await bytesAfter(5, 600);
  const many = await bytesAfter(5, 6_000);
  expect(many.busy).toBeGreaterThan(2 * few.busy);
  expect(many.quiet).toBe(few.quiet);
});

test("ids are kept for three days and no longer", async () => {
  const three = await bytesAfter(3, 2_000);
  const nine = await bytesAfter(9, 2_000);
  expect(nine.busy).toBeLessThan(1.1 * three.busy);
});
