import { language, type Language } from "../audiences/index.js";
import type { Manifest } from "./manifest.js";
import type { More } from "./more.js";

/** Loads what few pages need, as it is built. */
export const loadMore = (): Promise<More> => import("./more-stage.js");

/** All of the condition language can be read. */
export const literate: { language: Language; waits: () => boolean; settings: { manifest: Manifest } } = {
  language,
  waits: () => false,
  settings: { manifest: {} },
};
