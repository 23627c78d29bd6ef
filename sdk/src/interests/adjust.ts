import { own } from "./names.js";
import { day, type Policy, rulesOf } from "./policy.js";
import { newTopic, type Profile, type Topic } from "./profile.js";
import { strength } from "./strength.js";

/** What a visitor may do to a topic by hand. */
export type Adjustment = "raise" | "lower" | "mute" | "unmute" | "forget";

/**
 * The profile after the visitor has corrected it: half of what is missing to full strength is added, or half of the strength
 * is taken away, so that two opposite steps from the middle end there; or the topic is muted, no longer muted, or forgotten.
 * @param profile what the device remembers; not changed
 * @param id the topic; one that is not known can only be muted or raised
 * @param how what is to be done
 * @param options `now` in ms since 1970, and the merchant's policy
 * @returns the new profile
 * @example
 * profile = adjust(profile, "golf", "mute", { now: Date.now() });
 */
export function adjust(
  profile: Profile,
  id: string,
  how: Adjustment,
  { now, policy }: { now: number; policy?: Partial<Policy> },
): Profile {
  const known = own(profile.topics, id);
  const { [id]: _, ...others } = profile.topics;
  if (how === "forget") return { ...profile, topics: others };
  if (!known && how !== "mute" && how !== "raise") return profile;
  const old = known ?? { ...newTopic, at: now, first: Math.floor(now / day) };
  const rules = rulesOf(policy);
  const before = strength(id, old, now, rules);
  const pinned = (share: number): Partial<Topic> => ({
    score: -rules.kappa * Math.log(1 - Math.min(share, 0.99)),
    visit: 0,
    at: Math.max(old.at, now),
  });
  const change: Readonly<Record<Exclude<Adjustment, "forget">, () => Partial<Topic>>> = {
    raise: () => ({ ...pinned((before + 1) / 2), evident: true, muted: 0 }),
    lower: () => ({ ...pinned(before / 2), declared: 0 }),
    mute: () => ({ muted: now, declared: 0 }),
    unmute: () => ({ muted: 0 }),
  };
  return { ...profile, topics: { ...others, [id]: { ...old, ...change[how]() } } };
}
