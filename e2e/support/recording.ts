import type { BrowserContext, Page, Request } from "@playwright/test";

/** Everything a page has stored, of every kind a browser knows. */
export interface Stored {
  cookies: string[];
  localStorage: string[];
  sessionStorage: string[];
  caches: string[];
  databases: string[];
  /** All records of all databases, as JSON. */
  records: string;
}

/** One request that left the browser. */
export interface Sent {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string;
  /** Before the first grant on the recorded journey. */
  beforeGrant: boolean;
}

/** Watches every request and, on demand, every storage area of a browser context. */
export interface Recording {
  sent: Sent[];
  stored: { when: string; beforeGrant: boolean; what: Stored }[];
  /** From here on the visitor has consented. */
  granted(): void;
  look(page: Page, when: string): Promise<void>;
}

export function record(context: BrowserContext): Recording {
  let beforeGrant = true;
  const sent: Sent[] = [];
  const stored: Recording["stored"] = [];
  context.on("request", (request: Request) => {
    const entry: Sent = {
      url: request.url(),
      method: request.method(),
      headers: request.headers(),
      body: request.postData() ?? "",
      beforeGrant,
    };
    sent.push(entry);
    // The headers as they really went out, cookies included, are known a little later.
    request.allHeaders().then(
      (headers) => (entry.headers = headers),
      () => undefined, // the page was gone first; the early headers stand
    );
  });
  return {
    sent,
    stored,
    granted: () => (beforeGrant = false),
    async look(page, when) {
      const what = await page.evaluate(readEverything);
      const cookies = (await context.cookies()).map(({ name }) => name);
      stored.push({
        when,
        beforeGrant,
        what: { ...what, cookies: [...new Set([...cookies, ...what.cookies])] },
      });
    },
  };
}

/** Runs in the page. */
async function readEverything(): Promise<Stored> {
  const answer = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error("failed"));
    });
  const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
  const records: unknown[] = [];
  for (const name of names) {
    const database = await answer(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const open = database.transaction(store).objectStore(store);
      records.push(await answer(open.getAllKeys()), await answer(open.getAll()));
    }
    database.close();
  }
  return {
    cookies: document.cookie.split("; ").flatMap((cookie) => cookie.split("=")[0] || []),
    localStorage: Object.keys(localStorage),
    sessionStorage: Object.keys(sessionStorage),
    caches: await caches.keys(),
    databases: names,
    records: JSON.stringify(records),
  };
}
