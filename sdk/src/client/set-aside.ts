import type { Store } from "../kernel/index.js";
import type { Core, Model } from "./core.js";

/**
 * Keeps a copy of a state whose profile is broken, or the work of a newer release, before anything is written in its place.
 * Never rejects. The copy is erased like everything else.
 */
export async function setAside(core: Core, store: Store, { openProfile }: Model): Promise<void> {
  const { consent, log } = core;
  try {
    const [stored] = (await store.read(["state"])) as [{ profile?: unknown } | null | undefined];
    const grant = consent.gate.grant("personalization");
    if (stored === undefined || !grant || (stored && openProfile(stored.profile).whole)) return;
    log("the profile on this device could not be read whole: a copy is set aside");
    await store.write(grant, [["state-aside", stored]]);
  } catch (error) {
    log("nothing could be set aside", error);
  }
}
