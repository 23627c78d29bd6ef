import type { Profile } from "../interests/index.js";

const records = ["topics", "facets", "declared", "orders", "visit"] as const;
type Entries = Readonly<Record<string, unknown>>;

/** What one page changes in a profile, so that it can be taken back. */
export interface Trail {
  /** Notes down what a step has changed. */
  follow(before: Profile, after: Profile): void;
  /**
   * Puts what the page has changed back to what it was when the page began. What it has not touched stays, whoever learned
   * it; what is no longer there does not come back.
   */
  takeBack(profile: Profile): Profile;
}

/** Begins to follow a page, with the profile it begins with. */
export function createTrail(begun: Profile): Trail {
  const touched = new Set<string>();
  return {
    follow(before, after) {
      for (const name of records) {
        const old = before[name] as unknown as Entries;
        for (const [key, value] of Object.entries(after[name]))
          if (old[key] !== value) touched.add(name + key);
      }
    },
    takeBack(profile) {
      const next: Record<string, unknown> = { ...profile };
      for (const name of records) {
        const part: Record<string, unknown> = (next[name] = {});
        for (const key of Object.keys(profile[name])) {
          const from = (touched.has(name + key) ? begun : profile)[name] as unknown as Entries;
          if (Object.hasOwn(from, key)) part[key] = from[key];
        }
      }
      return next as unknown as Profile;
    },
  };
}
