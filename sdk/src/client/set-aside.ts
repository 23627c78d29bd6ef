import type { Store } from "../kernel/index.js";
import type { Core, Model } from "./core.js";

/** So long a copy is kept, in milliseconds: 90 days, as an unused topic. */
const lasts = 90 * 86_400_000;

/**
 * Keeps a copy of a state whose profile is broken, or the work of a newer release, before anything is written in its place.
 * Never rejects. The copy is erased like everything else, and deleted when it is old.
 */
export async function setAside(core: Core, store: Store, { openProfile }: Model): Promise<void> {
  const { consent, clock, log } = core;
  try {
    const [state, aside] = (await store.read(["state", "state-aside"])) as [
      { profile?: unknown } | null | undefined,
      { at?: number } | undefined,
    ];
    const broken = state !== undefined && !(state && openProfile(state.profile).whole);
    const old = aside && !(Number(aside.at) > clock() - lasts);
    const grant = consent.gate.grant("personalization");
    if (!grant || !(broken || old)) return;
    if (broken) log("the profile on this device could not be read whole: a copy is set aside");
    await store.write(grant, [["state-aside", broken ? { at: clock(), state } : undefined]]);
  } catch (error) {
    log("nothing could be set aside", error);
  }
}
