export { createStore, type StoreOptions } from "./create-store.js";
export type { Delay } from "./delay.js";
export { createIdbStore, type IdbOptions } from "./idb-store.js";
export { createMemoryStore } from "./memory-store.js";
export { createTabs, type TabChannel, type TabMessage, type TabOptions, type Tabs } from "./tabs.js";
