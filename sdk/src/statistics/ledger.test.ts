import fc from "fast-check";
import { expect, test } from "vitest";
import { affordable, charges, spent } from "./ledger.js";

const day = 86_400_000;
const entries = fc.array(
  fc.record({ at: fc.integer({ min: 0, max: 30 * day }), micro: fc.integer({ min: 0, max: 3e6 }) }),
);

test("a charge counts for exactly seven days", () => {
  const ledger = [{ at: 0, micro: 3_000_000 }];
  expect(spent(ledger, 0)).toBe(3_000_000);
  expect(spent(ledger, 7 * day - 1)).toBe(3_000_000);
  expect(spent(ledger, 7 * day)).toBe(0);
});

test("a clock set back buys no privacy back", () => {
  expect(spent([{ at: 10 * day, micro: 5 }], 2 * day)).toBe(5);
});

test("what is forgotten no longer counts, what counts is kept", () => {
  fc.assert(
    fc.property(
      entries,
      fc.integer({ min: 0, max: 40 * day }),
      fc.integer({ min: 0, max: day }),
      (all, now, wait) => {
        expect(spent(charges(all, now), now)).toBe(spent(all, now));
        expect(spent(charges(all, now), now + wait)).toBe(spent(all, now + wait));
      },
    ),
  );
});

test("as long as a charge is dated ahead nothing may be spent, since older ones may have been forgotten", () => {
  const ledger = [{ at: 10 * day, micro: 1 }];
  expect(affordable(ledger, 10 * day - 1, 6)).toBe(0);
  expect(affordable(ledger, 10 * day, 6)).toBe(5);
  expect(affordable(ledger, 17 * day, 6)).toBe(6);
});
