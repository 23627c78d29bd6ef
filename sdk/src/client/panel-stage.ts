import { openAll, openWhy } from "../panel/index.js";
import type { Core } from "./core.js";
import { adjust, rest } from "./correct.js";
import { reasonsOf } from "./in-words.js";

export { look } from "../panel/index.js";
export { adjust, intensity, rest } from "./correct.js";
export { describe, explain, recount } from "./in-words.js";

/** Answers "why am I seeing this?" at a slot, and does what the visitor says to it. */
export function openReasons(core: Core, slot: HTMLElement, opener: HTMLElement): void {
  const run = core.personalizer.runs.get(slot);
  const reasons = run && reasonsOf(core, run);
  if (!reasons) return;
  openWhy(reasons, {
    slot,
    opener,
    ports: {
      act(action) {
        if (action !== "notNow")
          for (const { id } of reasons.topics) adjust(core, id, action === "less" ? "lower" : "mute");
        if (action !== "never") rest(core, run.markup.name);
      },
      all() {
        core.stages
          .preferences()
          .then(({ startPreferences }) => startPreferences(core))
          .then(() => openAll(slot, core))
          .catch((error: unknown) => core.log("preferences.js", error));
      },
      log: core.log,
    },
  });
}
