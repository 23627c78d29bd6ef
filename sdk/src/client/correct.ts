import { rest as restIn } from "../decisions/index.js";
import { adjust as adjustIn, type Adjustment } from "../interests/index.js";
import type { Core } from "./core.js";
import type { Change } from "./device-state.js";
import type { Intensity } from "./public.js";

/** What the visitor changes by hand takes effect in this view, and is on the device before the next. */
function change(core: Core, step: Change): void {
  core.observe(({ device }) => {
    device.change(step);
    core.decide();
    core.emitter.emit("change", undefined);
    void device.flush();
  });
}

/** Corrects a topic. */
export function adjust(core: Core, topic: string, how: Adjustment): void {
  const options = { now: core.clock(), policy: core.settings.policy };
  change(core, (state) => ({ ...state, profile: adjustIn(state.profile, topic, how, options) }));
}

/** "Not now": the slot shows its default until the visit ends. */
export function rest(core: Core, slot: string): void {
  const now = core.clock();
  change(core, (state) => {
    const visitStart = state.profile.visit.start;
    return { ...state, memory: restIn(state.memory, slot, { now, visitStart }) };
  });
}

const levels: readonly Intensity[] = ["off", "page"];

/** How much may be personalized; with less than before, what this page shows is taken back first. */
export function intensity(core: Core, level?: Intensity): Intensity {
  const before = levels[core.state?.intensity ?? 2] ?? "normal";
  if (level === undefined || level === before) return before;
  core.personalizer.revertAll();
  core.parts?.revertAll();
  change(core, ({ intensity: _, ...state }) => {
    const at = levels.indexOf(level);
    return at < 0 ? state : { ...state, intensity: at as 0 | 1 };
  });
  return level;
}
