/** Consent record, state and manifest, as they were stored; each is `undefined` where the device has none. */
export type DeviceRecords = [consent: unknown, state: unknown, manifest: unknown];

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = reject;
  });

/**
 * Reads what the first paint is decided on, with as few bytes as can be: before it every byte is paid for by the page.
 * Creates no database; what it leaves in WebKit, `sweep` removes after the paint.
 * @returns `undefined` when there is nothing: no database, no permission to open it, no such store. For the visitor it is
 * all the same, a first visit. Never rejects.
 * @example
 * const [consent, state, manifest] = (await readDevice()) ?? [];
 */
export async function readDevice(): Promise<DeviceRecords | undefined> {
  try {
    const opening = indexedDB.open("heimspiel");
    // Asking must not create one.
    opening.onupgradeneeded = () => opening.transaction?.abort();
    const database = await answer(opening);
    try {
      const transaction = database.transaction("keyval");
      const store = transaction.objectStore("keyval");
      const found = ["consent", "state", "manifest"].map((key) => answer<unknown>(store.get(key)));
      transaction.commit(); // unfinished in WebKit's back/forward cache it would block other pages' writes
      return (await Promise.all(found)) as DeviceRecords;
    } finally {
      database.close(); // an open connection would block an erase, and in some browsers the back/forward cache
    }
  } catch {
    return undefined; // said above: whatever the reason, there is nothing to go by
  }
}
