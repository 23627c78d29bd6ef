import { definePreferences } from "../panel/index.js";
import type { Core } from "./core.js";
import { preferencesPorts } from "./preferences-ports.js";

export { tellSent } from "./tell-sent.js";

/** Makes `<heim-preferences>` the place where the visitor sees and changes what is known. */
export async function startPreferences(core: Core): Promise<void> {
  const panel = await core.stages.panel();
  if (!core.stopped) definePreferences(core.window, preferencesPorts(core, panel), panel.look);
}
