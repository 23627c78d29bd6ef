import { isName } from "./names.js";
import type { Profile } from "./profile.js";

/**
 * Starts the campaign a visitor arrived with; a later one replaces it.
 * @param profile what the device remembers; not changed
 * @param id the campaign, at most 64 characters
 * @param until ms since 1970 at which the offer ends
 * @param channel by which channel the visitor came with it, where that is known
 * @returns the profile with the campaign; unchanged when the id is none
 * @example
 * profile = arrive(profile, "spring-sale", Date.UTC(2027, 3, 1));
 */
export function arrive(profile: Profile, id: string, until: number, channel?: string): Profile {
  return isName(id) && Number.isFinite(until)
    ? { ...profile, campaign: { id, until, ...(channel && { channel }) } }
    : profile;
}
