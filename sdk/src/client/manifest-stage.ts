import type { Core } from "./core.js";
import { readManifest, type Manifest } from "./manifest.js";

/** Longest wait for the manifest, in milliseconds. */
const limit = 3000;

/**
 * Fetches the manifest and puts it in force.
 * @throws Error: it cannot be had or is no JSON; what was in force stands
 */
export async function loadManifest({ window, log, use }: Core, url: string): Promise<Manifest> {
  const response = await window.fetch(url, {
    credentials: "omit",
    referrerPolicy: "no-referrer",
    signal: AbortSignal.timeout(limit),
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const manifest = readManifest(await response.json(), log);
  use(manifest);
  return manifest;
}
