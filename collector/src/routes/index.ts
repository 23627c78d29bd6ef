export { onError, onNotFound, refuse } from "./errors.js";
export { estimates } from "./estimates.js";
export { health } from "./health.js";
export { createLimiter, type Limiter } from "./limiter.js";
export { isLoopback, networkOf } from "./network.js";
export type { AppOptions, CollectorLog } from "./options.js";
export { reports } from "./reports.js";
