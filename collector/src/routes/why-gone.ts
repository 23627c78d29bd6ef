import { readSites, type Database } from "../store/index.js";

/** Why the database does not answer; `undefined` when it does. */
export async function whyGone(db: Database): Promise<string | undefined> {
  try {
    await readSites(db, []);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : "unknown";
  }
}
