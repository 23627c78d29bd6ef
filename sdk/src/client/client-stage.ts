import type { Stop } from "../kernel/index.js";
import { createClient } from "./client.js";
import { react, resume } from "./consent-flow.js";
import type { Core, Stages } from "./core.js";
import { createCore } from "./create-core.js";
import { afterPaint } from "./environment.js";
import { explainFaults } from "./faults.js";
import { loadStages } from "./load-stages.js";
import type { Source } from "./load.js";
import { adoptQueue } from "./queue.js";
import type { PageView } from "./page-view.js";
import type { Client } from "./public.js";

/** Makes a page view a running client: consent is heard, then what it allows is loaded. */
export function startClient(view: PageView, stages: Stages, painted: Promise<void> = paintOf(view)): Client {
  const core = createCore(view, stages);
  const { consent, log } = core;
  const observe = observeOnce(core, painted);
  const stops: Stop[] = [consent.on((change) => react(core, change, observe)), view.stop];
  // The banner is heard first: what it has to say may be that nothing is to be observed.
  const run = async (): Promise<void> => {
    await core.restored;
    // Even where what was stored could not be read.
    core.ready = true;
    if (core.options.consent !== "strict") consent.restore(core.record);
    core.judged = true;
    await resume(core);
    await painted;
    explainFaults(core);
    const { startConsentStage } = await stages.consent();
    if (!core.stopped) stops.push(startConsentStage(core));
  };
  run()
    .catch((error: unknown) => log("the banner is not heard", error))
    .then(observe, observe);
  return createClient(core, () => {
    core.stopped = true;
    core.observer?.stop();
    core.observer = undefined;
    // What is still on its way decides nothing any more.
    core.decide = () => undefined;
    core.tabs?.close();
    for (const stop of stops.splice(0)) stop();
    core.close();
  });
}

const paintOf = ({ window }: PageView): Promise<void> =>
  new Promise((resolve) => void afterPaint(window, resolve));

/** The same for the script tag, which loads this stage after first paint: the client takes the place of the queue in `window.heimspiel`. */
export function installClient(view: PageView, source: Pick<Source, "base" | "nonce">): void {
  const { window, log } = view;
  const client = startClient(view, loadStages(window.document, source), Promise.resolve());
  window.heimspiel = adoptQueue(client, window.heimspiel, log);
}

/** Loads and starts the observing stage: after first paint, with a grant, once at a time. */
function observeOnce(core: Core, painted: Promise<void>): () => Promise<void> {
  let starting = false;
  const allowed = (): boolean =>
    core.state !== undefined && !core.stopped && !core.observer && core.granted();
  return async () => {
    await painted;
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
