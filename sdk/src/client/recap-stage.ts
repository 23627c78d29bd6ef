import { defineRecap } from "../panel/index.js";
import type { Core } from "./core.js";
import { recapPorts } from "./recap-ports.js";

/** Makes `<heim-recap>` what the visitor may look back on. */
export function startRecap(core: Core): void {
  if (!core.stopped) defineRecap(core.window, recapPorts(core));
}
