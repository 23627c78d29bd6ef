import { promisifyRequest } from "idb-keyval";
import { within, type Delay } from "./delay.js";
import { fault } from "./fault.js";
import { sweep } from "./sweep.js";

/** Name of the object store, the one idb-keyval's verbs and the boot script agree on. */
export const STORE_NAME = "keyval";

/** Which database, and how long to wait for it. */
export interface Opening {
  indexedDB: IDBFactory;
  name: string;
  limitMs: number;
  delay: Delay;
  /** Runs the job while no other tab runs its own. */
  exclusively: (job: () => Promise<unknown>) => Promise<unknown>;
}

/**
 * Opens the database. Without `create` this is a probe: where there is no database it resolves with `undefined` and
 * leaves none, because a database whose first upgrade is aborted is removed again
 * (https://w3c.github.io/IndexedDB/#abort-an-upgrade-transaction), in WebKit by `sweep`.
 * An answer that comes after the limit neither creates a database nor leaves a connection.
 */
export async function openDatabase(opening: Opening, create: boolean): Promise<IDBDatabase | undefined> {
  const { indexedDB, name, limitMs, delay } = opening;
  let refused = !create;
  let missing = false;
  let opened: Promise<IDBDatabase> | undefined;
  try {
    const request = indexedDB.open(name);
    // Firefox reports an IndexedDB error that nobody prevented to the host page's window.onerror.
    request.addEventListener("error", (event) => event.preventDefault());
    request.onupgradeneeded = () => {
      missing = refused;
      if (missing) request.transaction?.abort();
      else request.result.createObjectStore(STORE_NAME);
    };
    opened = promisifyRequest(request);
    return await within(opened, limitMs, delay);
  } catch (error) {
    if (missing as boolean) return sweep(indexedDB, name);
    refused = true;
    opened?.then(
      (late) => late.close(),
      () => undefined, // reported already
    );
    throw fault(error instanceof TypeError ? error.message : error, "storage-unavailable");
  }
}
