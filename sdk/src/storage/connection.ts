import type { UseStore } from "idb-keyval";
import type { Durability } from "../kernel/index.js";
import { within } from "./delay.js";
import { fault, isLost } from "./fault.js";
import { openDatabase, type Opening } from "./open-database.js";
import { removeDatabase } from "./remove-database.js";
import { transact } from "./transact.js";

/** What one use of the store needs. */
export interface Use {
  /** May the database be created? */
  create?: boolean;
  durability?: Durability;
  /** All requests are made at once, so the transaction can be committed without waiting for their answers. */
  commit?: boolean;
  /** Asked again right before the transaction; `false` drops the use. */
  wanted?: () => boolean;
}

/** One connection to one database, opened when needed and kept, so that a write while leaving starts at once. */
export interface Connection {
  /** idb-keyval's store function; it resolves with `undefined` when there is no database or the use is dropped. */
  using: (use: Use) => UseStore;
  /** Removes the database if there is one, unless `skip` says otherwise at its turn. What is used later waits for it. */
  remove: (skip?: () => boolean) => Promise<void>;
  close: () => void;
}

/** Makes a connection; nothing is opened before the first use. */
export function createConnection(opening: Opening): Connection {
  const { limitMs, delay } = opening;
  let database: IDBDatabase | undefined;
  const turn = createQueue();

  const close = (): void => {
    database?.close();
    database = undefined;
  };
  const connect = async ({ create = false, wanted }: Use): Promise<IDBDatabase | undefined> => {
    if (database || wanted?.() === false) return database;
    const opened = await openDatabase(opening, create);
    if (opened) closeWhenAsked(opened, () => database === opened && (database = undefined));
    return (database = opened);
  };
  const using =
    (use: Use) =>
    async <T>(
      mode: IDBTransactionMode,
      callback: (store: IDBObjectStore) => T | PromiseLike<T>,
    ): Promise<T> => {
      const run = (open?: IDBDatabase): Promise<T> | undefined =>
        open && use.wanted?.() !== false
          ? within(transact(open, { ...use, mode }, callback), limitMs, delay)
          : undefined;
      // No await before the transaction when there is a connection: a page that is being left gets no second turn.
      const attempt = () => (database ? run(database) : turn(() => connect(use)).then(run)) as Promise<T>;
      return twiceIfLost(attempt, close);
    };
  return {
    using,
    remove(skip) {
      if (skip?.()) return Promise.resolve();
      const held = database;
      database = undefined; // so that a new use waits for its turn
      return turn(async () => {
        const found = held ?? (await connect({}).catch(fault));
        database = undefined;
        if (found) await removeDatabase(found, opening);
      });
    },
    close() {
      close();
      void turn(() => Promise.resolve().then(close)); // once more, after what is being opened now
    },
  };
}

/** Runs jobs one after the other, whether the one before has failed or not. */
function createQueue(): <T>(job: () => Promise<T>) => Promise<T> {
  let tail: Promise<unknown> = Promise.resolve();
  return (job) => {
    const result = tail.then(job, job);
    tail = result;
    return result;
  };
}

/** A connection that ignores `versionchange` blocks every other tab's deletion. */
function closeWhenAsked(database: IDBDatabase, closed: () => void): void {
  database.onversionchange = database.onclose = () => {
    database.close();
    closed();
  };
}

async function twiceIfLost<T>(attempt: () => Promise<T>, reset: () => void): Promise<T> {
  for (let first = true; ; first = false) {
    try {
      return await attempt();
    } catch (error) {
      if (!first || !isLost(error)) throw fault(error);
      reset();
    }
  }
}
