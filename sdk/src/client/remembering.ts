import { remember } from "../decisions/index.js";
import type { Stop } from "../kernel/index.js";
import type { Core, Measuring } from "./core.js";
import type { Device } from "./device-state.js";
import { listen } from "./environment.js";
import type { Run, SlotEvent } from "./personalizer.js";

/** What shows and clicks are told to, once statistics are allowed. */
type Measure = (task: (measuring: Measuring) => void) => void;

/** Remembers shows and clicks on the device, for caps, fatigue and assignments that stick, and passes them on. */
export function startRemembering(
  core: Core,
  device: Device,
  measure: Measure,
): { slot(event: SlotEvent): void; stop: Stop } {
  const act = (kind: "shown" | "clicked", { markup, decision }: Run): void => {
    const { variant, reason } = decision ?? {};
    if (variant === undefined || !reason) return;
    const event = { kind, slot: markup.name, variant, at: core.clock(), rule: reason.rule };
    const { tact } = core.settings.manifest;
    device.change((state) => ({ ...state, memory: remember(state.memory, event, tact) }));
    measure((measuring) => measuring.reached(markup.name, variant, kind === "shown" ? "seen" : "clicked"));
  };
  return {
    slot({ kind, run }) {
      if (kind === "met") measure((measuring) => measuring.met(run));
      else act("shown", run);
    },
    stop: listen(core.window.document, "click", ({ target }) => {
      for (const [element, run] of core.personalizer.runs)
        if (element.contains(target as Node) && (target as Element).localName !== "heim-why")
          act("clicked", run);
    }),
  };
}
