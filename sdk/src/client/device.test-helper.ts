const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("no reason given"));
  });

/** Puts records on a device, as an earlier page of the site would have. */
export async function keep(device: IDBFactory, records: Readonly<Record<string, unknown>>): Promise<void> {
  const opening = device.open("heimspiel");
  opening.onupgradeneeded = () => void opening.result.createObjectStore("keyval");
  const database = await answer(opening);
  const store = database.transaction("keyval", "readwrite").objectStore("keyval");
  await Promise.all(Object.entries(records).map(([key, value]) => answer(store.put(value, key))));
  database.close();
}

/** All records of a device; `undefined` when it has no database. Creates none. */
export async function stored(device: IDBFactory): Promise<Record<string, unknown> | undefined> {
  if ((await device.databases()).length === 0) return undefined;
  const database = await answer(device.open("heimspiel"));
  const store = database.transaction("keyval").objectStore("keyval");
  const [keys, values] = await Promise.all([answer(store.getAllKeys()), answer<unknown[]>(store.getAll())]);
  database.close();
  return Object.fromEntries(keys.map((key, at): [string, unknown] => [key as string, values[at]]));
}
