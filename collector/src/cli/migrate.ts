import { publicName } from "../store/index.js";
import { withDatabase } from "./database.js";
import type { Flags } from "./flags.js";
import type { Ports } from "./ports.js";

/** `migrate`: brings the database to the newest schema, as every other command does that writes. */
export function migrate(flags: Flags, { print }: Ports): Promise<void> {
  return withDatabase(flags, () => {
    print(`database ${publicName(flags.database)} has the newest schema`);
    return Promise.resolve();
  });
}
