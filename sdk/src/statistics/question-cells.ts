import { isSensitive } from "../interests/sensitive.js";
import { speakableCells, type ManifestLike } from "./cells.js";

/**
 * The cells of the questions `topics` and `pairs` for a manifest: the names of what the collector adds up. Sensitive topics
 * are never among them.
 * @example questionCells({ topics: [{ id: "boots" }] }) // { topics: ["none", "boots"], pairs: ["none"] }
 */
export const questionCells = (manifest: ManifestLike): Record<"topics" | "pairs", string[]> =>
  speakableCells(manifest, isSensitive);
