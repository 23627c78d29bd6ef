import { readSites, type Database } from "../store/index.js";

const keptMs = 5_000;

/**
 * Tells whether an origin is configured for any site; what the database says is kept for five seconds, and longer
 * while it cannot be asked.
 */
export function createOrigins(
  { db, clock }: { db: Database; clock: () => number },
  always: readonly string[] = [],
): (origin: string) => boolean | Promise<boolean> {
  let known: Set<string> = new Set(always);
  let asked = -Infinity;
  async function ask(): Promise<void> {
    try {
      const sites = await readSites(db);
      known = new Set([...always, ...sites.flatMap((site) => site.origins)]);
    } catch {
      // Reports are then refused one by one with 503, and that a browser may read only with these headers.
    }
  }
  return (origin) => {
    const now = clock();
    // A clock that was set back has no say in how long something is kept.
    if (Math.abs(now - asked) < keptMs) return known.has(origin);
    asked = now;
    return ask().then(() => known.has(origin));
  };
}
