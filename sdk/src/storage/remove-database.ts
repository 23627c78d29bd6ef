import { clear, promisifyRequest } from "idb-keyval";
import { HeimspielError } from "../kernel/index.js";
import { within } from "./delay.js";
import { fault } from "./fault.js";
import type { Opening } from "./open-database.js";
import { transact } from "./transact.js";

/** How long a deletion may be blocked by another tab's connection before it counts as postponed, in milliseconds. */
const BLOCKED_MS = 1000;

/**
 * Empties the database in one transaction, then deletes it. The emptying comes first because while a deletion is
 * blocked every new connection waits behind it (https://w3c.github.io/IndexedDB/#request-connection-queue): afterwards
 * it would be too late. A deletion that stays blocked is made up for by the browser when the last holder goes, or by
 * the next load's read, which deletes an empty database.
 * `found` is the open connection, or the error that opening met.
 */
export async function removeDatabase(found: IDBDatabase | Error, opening: Opening): Promise<void> {
  const { indexedDB, name, limitMs, delay } = opening;
  let problem = found instanceof Error ? found : undefined;
  if (!(found instanceof Error)) {
    const cleared = clear((mode, callback) =>
      transact(found, { mode, durability: "strict", commit: true }, callback),
    );
    problem = await within(cleared, limitMs, delay).then(() => undefined, fault);
    found.close();
  }
  try {
    await opening.exclusively(() => {
      const request = indexedDB.deleteDatabase(name);
      request.addEventListener("error", (event) => event.preventDefault());
      return within(promisifyRequest(request), BLOCKED_MS, delay);
    });
  } catch (error) {
    const blocked = error instanceof HeimspielError && error.code === "storage-timeout";
    if (problem ?? !blocked) throw problem ?? fault(error);
  }
}
