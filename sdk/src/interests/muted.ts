import type { Profile } from "./profile.js";

/**
 * Topics of which the visitor said "not interested".
 * @param profile what the device remembers
 * @returns topic ids
 * @example
 * muted(profile); // ["golf"]
 */
export function muted(profile: Profile): string[] {
  return Object.keys(profile.topics).filter((id) => profile.topics[id]?.muted);
}
