import type { Profile } from "./profile.js";

/**
 * Topics of which the visitor said "not interested".
 * @param profile what the device remembers
 * @returns topic ids
 * @example
 * muted(profile); // ["golf"]
 */
export function muted({ topics }: Profile): string[] {
  return Object.keys(topics).filter((id) => topics[id]?.muted);
}
