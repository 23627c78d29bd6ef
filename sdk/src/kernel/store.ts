import type { Grant } from "./grant.js";

/** `relaxed` for what can be learned again (profile), `strict` for what must not be lost (consent, ledger). */
export type Durability = "relaxed" | "strict";

/**
 * The device's key-value store: one database, few keys, whole records.
 *
 * Every verb rejects with a `HeimspielError` (`storage-…`) instead of hanging. Writing needs a grant, and a write whose
 * grant has been outdated by an erase is dropped silently: that is the erase working.
 */
export interface Store {
  /** The values of the keys, `undefined` where there is none. Never creates a database. */
  read(keys: readonly string[]): Promise<unknown[]>;
  /**
   * Puts all entries, and deletes those that are `undefined`, in one transaction that is committed at once, so that it
   * survives a page being left.
   */
  write(
    grant: Grant,
    entries: readonly (readonly [string, unknown])[],
    durability?: Durability,
  ): Promise<void>;
  /** Read, change and put one key in a single transaction. */
  update<T>(grant: Grant, key: string, change: (old: unknown) => T, durability?: Durability): Promise<T>;
  /** Removes everything, the database itself included. */
  erase(): Promise<void>;
  /** Where the key has a value: removes every record, but this one where `keep` says so. Creates no database. */
  keepOnly(key: string, keep: (value: unknown) => boolean): Promise<void>;
  /** Whether what is written outlives the page; false once the store remembers in memory only. */
  lasts(): boolean;
  /** Closes connections; the store may be used again afterwards. */
  close(): void;
}
