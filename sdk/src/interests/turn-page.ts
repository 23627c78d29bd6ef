import { minute } from "./policy.js";
import type { Profile } from "./profile.js";

/** Silence after which a page begins a new visit. */
export const visitGap: number = 30 * minute;

/**
 * Counts a page; after 30 minutes of silence it is the first of a new visit.
 * @param profile what the device remembers; not changed
 * @param now ms since 1970
 * @returns the profile with its visit brought up to date
 * @example
 * profile = turnPage(profile, Date.now());
 */
export function turnPage(profile: Profile, now: number): Profile {
  const { visit } = profile;
  const next =
    now - visit.last > visitGap
      ? { count: visit.count + 1, pages: 1, start: now, last: now, before: visit.last }
      : { ...visit, pages: visit.pages + 1, last: Math.max(now, visit.last) };
  return { ...profile, visit: next };
}
