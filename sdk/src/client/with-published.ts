import type { Manifest } from "./manifest.js";

/** A manifest with what the collector has published; of complements the merchant's own word stands. */
export function withPublished(manifest: Manifest, { model, learned }: Manifest): Manifest {
  if (!learned) return manifest;
  const complements = { ...manifest.complements };
  for (const [topic, next] of Object.entries(learned.complements))
    complements[topic] = { ...next, ...complements[topic] };
  return { ...manifest, complements, learned, model };
}
