import { readDevice } from "../storage/read-device.js";
import type { ConsentChange } from "../consent/index.js";
import type { Core } from "./core.js";
import { eraseDevice, refusalOf } from "./erase-device.js";
import { readState } from "./device-state.js";

/** Does what a change of consent asks for; whatever stops a use happens before it returns. */
export function react(core: Core, change: ConsentChange, observe: () => Promise<void>): void {
  const { erase, after, tell } = change;
  const { consent, emitter, log, tabs } = core;
  const granted = after.personalization === "granted";
  if (after.personalization !== "unknown") core.blank = undefined;
  if (!granted && !core.blank) suspend(core);
  // What became of the visit's slots is noted down for statistics alone.
  if (core.state && after.statistics === "denied") {
    const { visit: _, ...rest } = core.state;
    core.state = rest;
  }
  for (const notice of tell) tabs?.postMessage({ kind: "consent", ...notice });
  if (erase || (!consent.kept && refusalOf(core))) core.erased = eraseDevice(core, change);
  emitter.emit("consent", after);
  if (granted && core.ready) resume(core).then(observe, (error: unknown) => log("could not begin", error));
}

/** Ends every use in this page: the defaults come back. */
function suspend(core: Core): void {
  core.observer?.stop();
  core.observer = core.state = undefined;
  core.waiting.length = 0;
  core.personalizer.revertAll();
  core.parts?.revertAll();
}

/** Begins, or goes on, under a grant, with what the device knew. */
export async function resume(core: Core): Promise<void> {
  const allowed = (): boolean => core.granted() && !core.stopped;
  await core.erased;
  // Asked before anything is read: strict mode promises not even a look without consent.
  if (!allowed()) return;
  const state = core.state ?? readState((await readDevice())?.[1], core.random);
  if (!allowed()) return;
  core.state = state;
  core.decide();
  core.emitter.emit("change", undefined);
}
