export { createEmitter, type Emitter } from "./emitter.js";
export { HeimspielError, type ErrorCode } from "./errors.js";
export type { Grant, IsLive, Permitted, Purpose } from "./grant.js";
export type { Clock, Log, Random, Stop, Transport } from "./ports.js";
export type { Durability, Store } from "./store.js";
