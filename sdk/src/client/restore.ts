import type { Boot } from "../boot.js";
import { readDevice } from "../storage/read-device.js";
import type { Core } from "./core.js";
import { readState } from "./device-state.js";

/**
 * The fast path: what was stored, consent first, decides at once, without waiting for the banner's script. In strict
 * mode nothing is read.
 */
export async function restore(core: Core, boot: Boot | undefined): Promise<void> {
  const { options, consent, window, random } = core;
  const { document } = window;
  if (options.consent !== "strict") {
    const [record, state, manifest] = (await (boot?.read ?? readDevice())) ?? [];
    if (manifest) core.use(manifest);
    // Before the record, whose grant would otherwise have to wait for a second read.
    core.state = readState(state, random);
    consent.restore(record);
    if (!consent.gate.grant("personalization")) core.state = undefined;
  }
  core.ready = true;
  core.decide();
  // The page may be painted; slots still to be parsed stay hidden until they are decided.
  boot?.release(!!core.state && document.readyState === "loading");
  if (boot?.held) document.addEventListener("readystatechange", () => boot.release());
}
