import { HeimspielError } from "../kernel/index.js";

/** How much privacy a device spends, all in micro-ε. */
export interface StatisticsPolicy {
  /** Most that all answers of 7 days together may cost; more than the default is refused. */
  budget: number;
  slot: number;
  uplift: number;
}

/** ε = 3 an answer, 6 in any 7 days. */
export const defaultStatisticsPolicy: Readonly<StatisticsPolicy> = {
  budget: 6_000_000,
  slot: 3_000_000,
  uplift: 3_000_000,
};

/** The policy with defaults filled in. @throws HeimspielError `parameter-range` when the budget is not a number up to the default */
export function policyOf(given: Partial<StatisticsPolicy> = {}): StatisticsPolicy {
  const policy = { ...defaultStatisticsPolicy, ...given };
  if (policy.budget >= 0 && policy.budget <= defaultStatisticsPolicy.budget) return policy;
  throw new HeimspielError("parameter-range", `budget: 0 to ${defaultStatisticsPolicy.budget}`);
}
