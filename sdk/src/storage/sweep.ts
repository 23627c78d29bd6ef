/**
 * Removes what a look for a database that is not there leaves in WebKit: an empty one of version 0, though an aborted first upgrade
 * is to leave none (https://w3c.github.io/IndexedDB/#abort-an-upgrade-transaction). In other browsers there is nothing to remove.
 * @param indexedDB the page's
 * @param name of the database that was looked for
 * @throws what the browser throws where IndexedDB is missing or refused
 * @example await sweep(window.indexedDB, "heimspiel");
 */
export async function sweep(indexedDB: IDBFactory, name: string): Promise<undefined> {
  const all = "databases" in indexedDB ? await indexedDB.databases() : [];
  if (all.some((one) => one.name === name && one.version === 0)) indexedDB.deleteDatabase(name);
}
