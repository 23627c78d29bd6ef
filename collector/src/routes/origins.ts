import { readSites, type Database } from "../store/index.js";

const keptMs = 5_000;

/** Tells whether an origin is configured for any site; what the database says is kept for five seconds. */
export function createOrigins(
  { db, clock }: { db: Database; clock: () => number },
  always: readonly string[] = [],
): (origin: string) => Promise<boolean> {
  let known: Set<string> = new Set(always);
  let until = -Infinity;
  return async (origin) => {
    if (clock() >= until) {
      const sites = await readSites(db);
      known = new Set([...always, ...sites.flatMap((site) => site.origins)]);
      until = clock() + keptMs;
    }
    return known.has(origin);
  };
}
