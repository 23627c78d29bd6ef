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
    visit.count > 0 && now - visit.last <= visitGap
      ? { ...visit, pages: visit.pages + 1, last: Math.max(now, visit.last) }
      : {
          count: visit.count + 1,
          pages: 1,
          start: now,
          last: now,
          ...(visit.count > 0 && { before: visit.last }),
        };
  return { ...profile, visit: next };
}
