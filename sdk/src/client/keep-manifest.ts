import type { Store } from "../kernel/index.js";
import type { Core } from "./core.js";

/** Keeps the manifest that was fetched for the next page, which then need not wait for it. Never rejects. */
export async function keepManifest(core: Core, store: Store): Promise<void> {
  const manifest = await core.manifest();
  const grant = core.consent.gate.grant("personalization");
  if (!manifest || !grant) return;
  try {
    await store.write(grant, [["manifest", manifest]]);
  } catch (error) {
    core.log("the manifest could not be kept", error);
  }
}
