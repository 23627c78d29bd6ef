import type { Policy } from "./policy.js";
import type { Profile } from "./profile.js";

/**
 * Topics that rest after a purchase: no variant may use them for 60 days, or their `repurchase` time
 * as it was when the purchase was folded.
 * @param profile what the device remembers
 * @param now ms since 1970
 * @returns topic ids
 * @example
 * resting(profile, Date.now()); // ["hiking-boots"]
 */
export const resting: (profile: Profile, now: number, policy?: Partial<Policy>) => string[] = (
  { topics },
  now,
) => Object.keys(topics).filter((id) => (topics[id]?.rests as number) > now);
