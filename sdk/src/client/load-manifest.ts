import type { Store } from "../kernel/index.js";
import type { Core } from "./core.js";
import { readManifest } from "./manifest.js";

/** Longest wait for the manifest, in milliseconds. */
const limit = 3000;

/**
 * Fetches the manifest, puts it in force and keeps it for the next page, which then need not wait for it. Never rejects:
 * without a manifest, or with a broken one, the last good one stands, or the page's own attributes alone.
 */
export async function loadManifest(core: Core, store: Store): Promise<void> {
  const { options, window, log, consent } = core;
  const { manifest: url } = options;
  if (typeof url !== "string" || !url) return;
  try {
    const response = await window.fetch(url, {
      credentials: "omit",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(limit),
    });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const manifest = readManifest(await response.json(), log);
    core.use(manifest);
    const grant = consent.gate.grant("personalization");
    if (grant) await store.write(grant, [["manifest", manifest]]);
  } catch (error) {
    log(`${url} is left out`, error);
  }
}
