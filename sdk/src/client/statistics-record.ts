import { emptyStatistics, type StatisticsRecord } from "../statistics/record.js";

/** The record as it was stored, with what an earlier release did not know of; an empty one where there is none. */
export const recordOf = (stored: unknown): StatisticsRecord => ({
  ...emptyStatistics(),
  ...((stored as StatisticsRecord | undefined)?.v === 1 && (stored as StatisticsRecord)),
});
