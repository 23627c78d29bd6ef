import type { Durability } from "../kernel/index.js";
import { STORE_NAME } from "./open-database.js";

/** How to run a transaction. */
export interface Mode {
  mode: IDBTransactionMode;
  durability?: Durability;
  commit?: boolean;
}

/** Runs the callback on the object store in one transaction of its own. */
export async function transact<T>(
  database: IDBDatabase,
  { mode, durability = "relaxed", commit }: Mode,
  callback: (store: IDBObjectStore) => T | PromiseLike<T>,
): Promise<T> {
  const transaction = database.transaction(STORE_NAME, mode, { durability });
  let result: T | PromiseLike<T>;
  try {
    result = callback(transaction.objectStore(STORE_NAME));
  } catch (error) {
    // A put that threw (a value that cannot be cloned, say) must not leave the entries before it behind.
    transaction.abort();
    throw error;
  }
  if (commit) transaction.commit();
  return result;
}
