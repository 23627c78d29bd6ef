import type { Stop, Store } from "../kernel/index.js";
import type { Core } from "./core.js";
import type { Device } from "./device-state.js";
import { onReturn } from "./on-return.js";
import { hearWritten } from "./state-channel.js";
import { recheck } from "./recheck.js";

/** Keeps the record of the choice on the device, and what this page knows in step with the other tabs. */
export function keepUp(core: Core, store: Store, device: Device): Stop {
  const { window, consent, log } = core;
  const rebase = (): void => {
    device.rebase().catch((error: unknown) => log("could not look again", error));
  };
  const stops = [
    consent.on(() => void keepRecord(core, store, true)),
    onReturn(window, rebase),
    hearWritten(window, rebase),
  ];
  void keepRecord(core, store, false);
  return () => stops.forEach((stop) => stop());
}

/** Writes the record when it has changed or may not be there; after an erase, with what is still allowed to be kept. */
async function keepRecord(core: Core, store: Store, changed: boolean): Promise<void> {
  const { consent, log, state, erased } = core;
  await erased;
  // A record that another tab has erased must not come back.
  await recheck(core);
  const grant = consent.gate.grant("personalization");
  const record = consent.record();
  if (!grant || !record || (consent.kept && !changed)) return;
  try {
    await store.write(grant, [["consent", record], ...(state ? [["state", state] as const] : [])], "strict");
    if (consent.gate.isLive(grant)) consent.kept = true;
  } catch (error) {
    log("the choice could not be kept", error);
  }
}
