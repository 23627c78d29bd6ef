import { HeimspielError } from "../kernel/index.js";
import { limits } from "../wire/index.js";

/** How much privacy a device spends, all in micro-ε; a question of 0 is not asked. */
export interface StatisticsPolicy {
  /** Most that all answers of 7 days together may cost; more than the default is refused. */
  budget: number;
  slot: number;
  /** As `slot`, or 0: the estimates rest on a visit being drawn for either as often. */
  late: number;
  uplift: number;
  topics: number;
  pairs: number;
}

/** ε = 3 an answer about a slot, 2 about topics, 6 in any 7 days. */
export const defaultStatisticsPolicy: Readonly<StatisticsPolicy> = {
  budget: 6_000_000,
  slot: 3_000_000,
  late: 3_000_000,
  uplift: 3_000_000,
  topics: 2_000_000,
  pairs: 2_000_000,
};

/**
 * The policy with defaults filled in.
 * @throws HeimspielError `parameter-range` when the budget is not a number up to the default, or `late` is neither 0 nor `slot`
 */
export function policyOf(given: Partial<StatisticsPolicy> = {}): StatisticsPolicy {
  const { slot = defaultStatisticsPolicy.slot } = given;
  const policy = { ...defaultStatisticsPolicy, late: slot, ...given };
  if (!(policy.budget >= 0 && policy.budget <= defaultStatisticsPolicy.budget))
    throw new HeimspielError("parameter-range", `budget: 0 to ${defaultStatisticsPolicy.budget}`);
  if (policy.late !== 0 && policy.late !== slot)
    throw new HeimspielError("parameter-range", "late: 0 or as slot");
  return policy;
}

/**
 * The policy of a manifest's `statistics`, in which ε is a plain number and `false` switches a question off. It may
 * spend less than the defaults, not more; what is malformed or unknown is named and left out.
 * @param warn hears the name of a key and what is wrong with it
 * @example readPolicy({ budget: 3, pairs: false }, warn) // { budget: 3000000, pairs: 0 }
 */
export function readPolicy(
  part: Readonly<Record<string, unknown>>,
  warn: (key: string, fault: "unknown" | "malformed") => void,
): Partial<StatisticsPolicy> {
  const policy: Partial<StatisticsPolicy> = {};
  const defaults: Readonly<Record<string, number>> = defaultStatisticsPolicy;
  for (const [key, value] of Object.entries(part)) {
    const micro = typeof value === "number" ? Math.round(value * 1e6) : value === false ? 0 : NaN;
    if (!Object.hasOwn(defaults, key)) warn(key, "unknown");
    else if (micro === 0 || (micro >= limits.microEpsilonLeast && micro <= (defaults[key] ?? 0)))
      policy[key as keyof StatisticsPolicy] = micro;
    else warn(key, "malformed");
  }
  const { slot = defaultStatisticsPolicy.slot, late } = policy;
  if (late && late !== slot) warn("late", "malformed");
  return { ...policy, late: late === 0 ? 0 : slot };
}
