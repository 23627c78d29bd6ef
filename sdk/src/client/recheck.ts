import { erasedElsewhere } from "../consent/erased-elsewhere.js";
import type { Core } from "./core.js";

/** A record that was on the device and is not any more has been erased by another tab: the visitor has withdrawn there. */
export async function recheck(core: Core): Promise<void> {
  const { consent, clock, log } = core;
  const grant = consent.gate.grant("personalization");
  if (!grant || !consent.kept) return;
  try {
    const [record] = await (await core.store()).read(["consent"]);
    // Where the grant has ended meanwhile, this page itself has erased.
    if (record === undefined && consent.gate.isLive(grant)) erasedElsewhere(consent, clock());
  } catch (error) {
    log("could not look again", error);
  }
}
