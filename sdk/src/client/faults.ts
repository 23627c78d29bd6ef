import type { Core } from "./core.js";

/** Has the merchant told what is wrong with the page's attributes; what that takes is loaded only when something is. */
export function explainFaults(core: Core): void {
  if (core.faults.size === 0) return;
  core.stages.inspector().then(
    ({ explainAll }) => explainAll(core),
    (error: unknown) => core.log("attributes that cannot be read", [...core.faults], error),
  );
}
