/** A visitor who was there before, has consented, and is interested in hiking. */
import { emptyProfile, fold, turnPage } from "../../sdk/dist/interests.mjs";

export const manifest = { topics: [{ id: "hiking" }, { id: "sailing" }] };

/** What the device keeps of the visitor; times are relative to `now`, ms. */
export function recordsOf(now) {
  const day = 86_400_000;
  const policy = { topics: Object.fromEntries(manifest.topics.map((topic) => [topic.id, topic])) };
  let profile = turnPage(emptyProfile(), now - day);
  for (const minute of [1, 2, 3, 4]) {
    const at = now - day + minute * 60_000;
    profile = fold(profile, { kind: "cart", topics: ["hiking"], at, page: `/${minute}` }, at, policy);
  }
  const purposes = { personalization: "granted", statistics: "granted" };
  return {
    consent: { v: 1, purposes, at: now - day, source: "manual", policyVersion: "" },
    state: { profile, memory: { v: 1, seed: "bench", slots: {} } },
    manifest,
  };
}

/** Runs in a page: keeps the records, and nothing else, on the device. */
export const remember = (records) =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open("heimspiel");
    opening.onupgradeneeded = () => opening.result.createObjectStore("keyval");
    opening.onerror = reject;
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction("keyval", "readwrite");
      const store = transaction.objectStore("keyval");
      store.clear();
      for (const [key, value] of Object.entries(records)) store.put(value, key);
      transaction.onabort = reject;
      transaction.oncomplete = () => {
        database.close();
        resolve();
      };
    };
  });
