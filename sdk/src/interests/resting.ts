import { type Policy, rulesOf } from "./policy.js";
import type { Profile } from "./profile.js";
import { restsAt } from "./strength.js";

/**
 * Topics that rest after a purchase: no variant may use them for 60 days, or their `repurchase` time.
 * @param profile what the device remembers
 * @param now ms since 1970
 * @param policy parts of the model that differ from the defaults
 * @returns topic ids
 * @example
 * resting(profile, Date.now()); // ["hiking-boots"]
 */
export function resting({ topics }: Profile, now: number, policy?: Partial<Policy>): string[] {
  const rules = rulesOf(policy);
  return Object.keys(topics).filter((id) => restsAt(id, topics[id], now, rules));
}
