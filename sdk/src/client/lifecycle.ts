import type { Boot } from "../boot.js";
import type { TabNotice } from "../consent/index.js";
import type { Stop } from "../kernel/index.js";
import { watchSlots } from "../slots/index.js";
import { react } from "./consent-flow.js";
import type { Core } from "./core.js";
import { afterPaint } from "./environment.js";
import { explainFaults } from "./faults.js";
import { restore } from "./restore.js";

/** Starts one page view: what is stored and the slots at once, the later stages after first paint. Never throws into the page. */
export function begin(core: Core, boot: Boot | undefined): Stop {
  const { window, consent, personalizer, tabs, stages, options, log } = core;
  const observe = observeOnce(core);
  const stops: Stop[] = [
    consent.on((change) => react(core, change, observe)),
    watchSlots(window.document, personalizer.add, personalizer.drop),
    afterPaint(window, () => {
      core.painted = true;
      void observe();
      explainFaults(core);
      if (options.consent === "manual") return;
      stages.consent().then(
        ({ startConsentStage }) => core.stopped || stops.push(startConsentStage(core)),
        (error: unknown) => log("the banner is not heard", error),
      );
    }),
    personalizer.stop,
  ];
  // The observing stage listens on the same channel for what is its own.
  tabs?.addEventListener("message", ({ data }: MessageEvent<(TabNotice & { kind: string }) | null>) => {
    if (data?.kind === "consent") consent.hearTab(data);
  });
  void restore(core, boot).then(observe);
  return () => {
    core.stopped = true;
    core.observer?.stop();
    tabs?.close();
    for (const stop of stops.splice(0)) stop();
  };
}

/** Loads and starts the observing stage: after first paint, with a grant, once at a time. */
function observeOnce(core: Core): () => Promise<void> {
  let starting = false;
  const allowed = (): unknown =>
    core.painted && core.state && !core.stopped && !core.observer && core.consent.gate.grant("personalization");
  return async () => {
    if (starting || !allowed()) return;
    starting = true;
    try {
      const { startObserving } = await core.stages.observe();
      if (allowed()) await startObserving(core);
    } catch (error) {
      core.log("nothing is learned on this page", error);
    }
    starting = false;
  };
}
