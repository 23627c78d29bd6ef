import type { Core } from "./core.js";
import { readManifest, type Manifest } from "./manifest.js";
import { withPublished } from "./with-published.js";

/** Longest wait for the manifest, in milliseconds. */
const limit = 3000;

/**
 * Fetches the manifest and puts it in force, with what the collector has published.
 * @returns the manifest alone
 * @throws Error: it cannot be had or is no JSON; what was in force stands
 */
export async function loadManifest(core: Core, url: string): Promise<Manifest> {
  const { window, log, use } = core;
  const response = await window.fetch(url, {
    credentials: "omit",
    referrerPolicy: "no-referrer",
    signal: AbortSignal.timeout(limit),
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const manifest = readManifest(await response.json(), log);
  use(withPublished(manifest, core.settings.manifest));
  return manifest;
}
