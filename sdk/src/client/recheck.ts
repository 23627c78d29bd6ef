import { erasedElsewhere } from "../consent/erased-elsewhere.js";
import type { Core } from "./core.js";
import { isRefusal } from "./erase-device.js";

/** A record that was on the device and is not any more has been erased by another tab: the visitor has withdrawn there. */
export async function recheck(core: Core): Promise<void> {
  const { consent, clock, log } = core;
  const grant = consent.gate.grant("personalization");
  if (!grant || !consent.kept) return;
  try {
    const [record] = await (await core.store()).read(["consent"]);
    const missing = record === undefined;
    // Where the grant has ended meanwhile, this page itself has erased.
    if ((missing || isRefusal(record)) && consent.gate.isLive(grant))
      erasedElsewhere(consent, clock(), missing ? "record" : "tab");
  } catch (error) {
    log("could not look again", error);
  }
}
