import type { IsLive, Store } from "../kernel/index.js";

/**
 * A store that lasts as long as the page: what is left where IndexedDB is missing or refuses. It takes any value
 * and never rejects of itself; values are not copied.
 * @example
 * const store = createMemoryStore(consent.gate.isLive);
 */
export function createMemoryStore(isLive: IsLive, values: Map<string, unknown> = new Map()): Store {
  return {
    read: (keys) => Promise.resolve(keys.map((key) => values.get(key))),
    write(grant, entries) {
      if (isLive(grant)) for (const [key, value] of entries) values.set(key, value); // undefined is what a missing key reads as
      return Promise.resolve();
    },
    async update(grant, key, change) {
      const live = isLive(grant);
      const value = change(live ? values.get(key) : undefined);
      if (live) values.set(key, value);
      return Promise.resolve(value);
    },
    erase() {
      values.clear();
      return Promise.resolve();
    },
    keepOnly(key, keep) {
      const value = values.get(key);
      if (value !== undefined) values.clear();
      if (value !== undefined && keep(value)) values.set(key, value);
      return Promise.resolve();
    },
    lasts: () => false,
    close: () => undefined,
  };
}
