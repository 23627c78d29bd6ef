import type { Store } from "../kernel/index.js";
import type { Core } from "./core.js";
import { stopsAtOnce } from "./environment.js";
import { tellWritten } from "./state-channel.js";
import type { Change, Device, DeviceState } from "./device-state.js";

/** Makes the device's keeper; it reads and writes only under a grant. */
export function createDevice(core: Core, store: Store): Device {
  let pending: Change[] = [];
  const device: Device = {
    change(step) {
      if (!core.state) return;
      pending.push(step);
      core.state = step(core.state);
      // Elsewhere one write is enough, when the page is left.
      if (stopsAtOnce(core.window)) queueMicrotask(() => void device.flush());
    },
    async flush() {
      const grant = core.consent.gate.grant("personalization");
      if (!grant || !core.state || pending.length === 0) return;
      const replay = pending;
      pending = [];
      try {
        await store.write(grant, [["state", core.state]]);
        tellWritten(core.window);
      } catch (error) {
        pending = [...replay, ...pending];
        core.log("could not save; kept for this page view", error);
      }
    },
    async rebase() {
      const then = pending;
      const [stored] = await store.read(["state"]);
      // Written here meanwhile: what was read is older.
      if (!core.state || !stored || pending !== then) return;
      core.state = pending.reduce((next, step) => step(next), stored as DeviceState);
      core.decide();
    },
  };
  return device;
}
