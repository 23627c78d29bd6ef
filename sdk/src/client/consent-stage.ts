import type { Stop } from "../kernel/index.js";
import type { Core } from "./core.js";
import { hearBanners } from "./hear-banners.js";
import { onReturn } from "./on-return.js";
import { recheck } from "./recheck.js";

/** Starts listening to the shop's consent banner, and looks for what was said in other tabs while this one was away. */
export function startConsentStage(core: Core): Stop {
  const stops = [onReturn(core.window, () => void recheck(core)), hearBanners(core)];
  void recheck(core);
  return () => stops.forEach((stop) => stop());
}
