import type { ConsentChange, ConsentRecord } from "../consent/index.js";
import type { Grant, Store } from "../kernel/index.js";
import type { Core } from "./core.js";

/**
 * Does to the device what a denial asks for: erases everything where something is kept, and keeps the visitor's own no
 * where it would be needed. The store knows how to get past other tabs; where it cannot be loaded, the browser's plain
 * deletion has to do. Never rejects.
 */
export async function eraseDevice(
  core: Core,
  change: Pick<ConsentChange, "erase" | "source">,
): Promise<void> {
  const { consent, options, log } = core;
  const granted = consent.gate.grant("personalization");
  // An earlier page may have had a grant that has ended where this script did not run: to delete is not to look.
  if (options.consent === "strict" && !core.touched()) {
    deletePlainly(core);
    return;
  }
  try {
    const store = await core.store();
    // Only statistics have ended: nothing else is put at risk.
    if (granted) await keepWithoutStatistics(core, store, granted);
    // The tab in which the visitor said no erases, and may have kept the no since; this one helps in case it was closed.
    else if (change.source === "tab") await store.keepOnly("consent", isRefusal);
    else {
      if (change.erase) await store.erase();
      await keepRefusal(core, store, !change.erase);
    }
  } catch (error) {
    log("not erased yet", error);
    if (consent.kept !== false) deletePlainly(core);
  }
}

async function keepWithoutStatistics({ consent, state }: Core, store: Store, granted: Grant): Promise<void> {
  const kept = [["consent", consent.record()], ...(state ? [["state", state] as const] : [])] as const;
  await store.write(granted, [["statistics", undefined], ...kept], "strict");
}

/**
 * A withdrawal leaves nothing, and a no that the shop's banner knows of is for the banner to remember. The visitor's own no is
 * kept, as the bare record, where else somebody would ask or begin again on the next page: when it is an answer to our own
 * question, and when the shop's banner still says yes.
 */
async function keepRefusal(core: Core, store: Store, answered: boolean): Promise<void> {
  const { consent } = core;
  const [, ...banners] = consent.voices.personalization.values();
  const wanted = banners.includes("granted") || ((answered || core.asks) && !banners.includes("denied"));
  const grant = refusalOf(core);
  if (!grant || !wanted) return;
  await store.write(grant, [["consent", consent.record()]], "strict");
  if (refusalOf(core)) consent.kept = true;
}

/** The permission to keep the visitor's own no. Strict mode has none: it reads nothing without a grant, not even a no. */
export const refusalOf = ({ consent, options }: Core): Grant<"refusal"> | undefined =>
  options.consent === "strict" ? undefined : consent.gate.refusal();

/** Whether a stored record is of a no. */
export const isRefusal = (record: unknown): boolean =>
  (record as Partial<ConsentRecord> | undefined)?.purposes?.personalization === "denied";

function deletePlainly({ window, log }: Core): void {
  try {
    window.indexedDB.deleteDatabase("heimspiel");
  } catch (error) {
    log("there is no database to erase", error);
  }
}
