export { Failure } from "./failure.js";
export type { Ports } from "./ports.js";
export { run } from "./run.js";
