export { createStore, type StoreOptions } from "./create-store.js";
export type { Delay } from "./delay.js";
export { createIdbStore, type IdbOptions } from "./idb-store.js";
export { createMemoryStore } from "./memory-store.js";
