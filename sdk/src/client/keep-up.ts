import type { ConsentChange } from "../consent/index.js";
import type { Stop, Store } from "../kernel/index.js";
import type { Core } from "./core.js";
import type { Device } from "./device.js";
import { listen } from "./environment.js";

/** Keeps the record of the choice on the device, and this page in step with the other tabs. */
export function keepUp(core: Core, store: Store, device: Device): Stop {
  const { window, consent, tabs } = core;
  const { document } = window;
  const stops = [
    consent.on((change) => void keepRecord(core, store, change)),
    listen(document, "visibilitychange", () => {
      if (document.visibilityState === "visible") void recheck(core, store, device);
    }),
    listen(window, "pageshow", (event) => {
      if ((event as PageTransitionEvent).persisted) void recheck(core, store, device);
    }),
  ];
  if (tabs) {
    stops.push(
      listen(tabs, "message", (event) => {
        if ((event as MessageEvent<{ kind?: string } | null>).data?.kind === "written") void device.rebase();
      }),
    );
  }
  void keepRecord(core, store);
  return () => stops.forEach((stop) => stop());
}

/** Writes the record when it differs from the one kept; after an erase, with what is still allowed to be kept. */
async function keepRecord(core: Core, store: Store, change?: ConsentChange): Promise<void> {
  const { consent, log, state, erased } = core;
  await erased;
  const grant = consent.gate.grant("personalization");
  const record = consent.record();
  if (!grant || !record) return;
  try {
    const [kept] = await store.read(["consent"]);
    if (!change && kept !== undefined) return;
    await store.write(grant, [["consent", record], ...(state ? [["state", state] as const] : [])], "strict");
  } catch (error) {
    log("the choice could not be kept", error);
  }
}

/** A page that comes back, from the back/forward cache or another tab, may have missed a withdrawal or what others wrote. */
async function recheck(core: Core, store: Store, device: Device): Promise<void> {
  const { consent, clock, log } = core;
  try {
    const [record] = await store.read(["consent"]);
    if (record !== undefined) return await device.rebase();
    const notice = { state: "denied", at: clock(), epoch: consent.gate.epoch() } as const;
    consent.hearTab({ ...notice, purpose: "personalization" });
    consent.hearTab({ ...notice, purpose: "statistics" });
  } catch (error) {
    log("could not look again", error);
  }
}
