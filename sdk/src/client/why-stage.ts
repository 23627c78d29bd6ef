import { createWhy } from "../panel/index.js";
import type { Core } from "./core.js";

/** Gives every personalized slot its "why am I seeing this?"; those that have it keep it. */
export function showReasons(core: Core): void {
  const { stages, personalizer, settings, log } = core;
  core.putWhy ??= createWhy(core.window, {
    open(slot, opener) {
      stages
        .panel()
        .then(({ openReasons }) => openReasons(core, slot, opener))
        .catch((error: unknown) => log("panel.js", error));
    },
    // By the page, which is in the midst of its own change.
    gone: () => void Promise.resolve().then(() => showReasons(core)),
    log,
  });
  const { why: usual = "" } = (settings.manifest.tact ?? {}) as { why?: unknown };
  for (const [slot, { shown, markup }] of personalizer.runs) {
    const place = markup.element.dataset["heimWhy"] ?? String(usual);
    if (shown && !core.stopped && place !== "off") core.putWhy(slot as HTMLElement, place);
  }
}
