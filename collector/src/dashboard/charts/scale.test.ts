import { expect, test } from "vitest";
import type { Result } from "../../estimate/index.js";
import { evenScale, intervals, placeOn, scaleOf, widest } from "./scale.js";

const result: Result = {
  ...{ state: "ok", share: 0.1, standardError: 0.02, low: 0.06, high: 0.14 },
  anytime: { low: -0.03, high: 0.22 },
};
const untold: Result = { state: "not enough data", reason: "under 100 answers" };

test("an axis ends on round numbers around what is drawn, and shares stay between 0 and 1", () => {
  expect(scaleOf(widest([result, untold]))).toEqual({ low: 0, high: expect.closeTo(0.25) as number });
  expect(scaleOf(intervals([result, untold]))).toEqual({ low: 0, high: expect.closeTo(0.15) as number });
  expect(scaleOf([{ low: 0.2, high: 1.3 }])).toEqual({ low: 0, high: 1 });
  expect(scaleOf(widest([untold])).high).toBeGreaterThan(0);
});

test("differences have zero in the middle", () => {
  const { low, high } = evenScale(intervals([result]));
  expect([low, high]).toEqual([expect.closeTo(-0.15), expect.closeTo(0.15)]);
  expect(placeOn({ low, high }, 0)).toBe(500);
  expect(placeOn({ low, high }, 9)).toBe(1000);
});
