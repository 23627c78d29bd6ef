import type { TabNotice } from "../consent/index.js";
import type { Stop } from "../kernel/index.js";
import { sweep } from "../storage/sweep.js";
import { createClient } from "./client.js";
import { react, resume } from "./consent-flow.js";
import type { Core, Stages } from "./core.js";
import { createCore } from "./create-core.js";
import { listen } from "./environment.js";
import { explainFaults } from "./faults.js";
import { loadStages } from "./load-stages.js";
import type { Source } from "./load.js";
import { adoptQueue } from "./queue.js";
import type { PageView } from "./page-view.js";
import type { Client } from "./public.js";

/** Longest wait for what is stored, in milliseconds. */
const patience = 2000;

/**
 * Makes a page view a running client: consent is heard, then what it allows is loaded.
 * @param painted settles when the page has been painted: what can wait, waits for it
 */
export function startClient(view: PageView, stages: Stages, painted: Promise<unknown>): Client {
  const core = createCore(view, stages);
  const { consent, log } = core;
  const observe = observeOnce(core, painted);
  const stops: Stop[] = [
    consent.on((change) => react(core, change, observe)),
    core.ear.stop,
    hearTabs(core),
    view.stop,
  ];
  // The banner is heard first: what it has to say may be that nothing is to be observed.
  const run = async (): Promise<void> => {
    await settledOrLate(core.restored, stops);
    // Even where what was stored could not be read.
    if (!core.ready) {
      core.ready = true;
      core.decide();
    }
    await inspectIfAsked(core, stops);
    if (core.options.consent !== "strict") {
      if (core.record === undefined) await settledOrLate(sweepAway(core), stops);
      consent.restore(core.record ?? undefined);
    }
    // An erase that was blocked leaves an empty database, which a look deletes.
    if (core.record === null) void lookAgain(core);
    core.judged = true;
    await resume(core);
    await painted;
    explainFaults(core);
    if (core.blank) void useContext(core);
    // Without a choice there is no copy of the manifest on the device; the banner's categories may be mapped in it.
    if (!core.record) await core.manifest();
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

/** Waits for the device, but not for ever: another tab can keep it from being read. */
async function settledOrLate(settled: Promise<unknown>, stops: Stop[]): Promise<void> {
  let stop: Stop = () => undefined;
  const late = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, patience);
    stop = () => clearTimeout(timer);
  });
  stops.push(stop);
  await Promise.race([settled, late]);
  stop();
}

/** Nobody has consented yet, so nothing is to be left of having looked. */
async function sweepAway({ window, log }: Core): Promise<void> {
  try {
    await sweep(window.indexedDB, "heimspiel");
  } catch (error) {
    log("the databases are not listed", error);
  }
}

async function lookAgain({ store, log }: Core): Promise<void> {
  try {
    await (await store()).read(["consent"]);
  } catch (error) {
    log("an empty database is left for the next page", error);
  }
}

/** Opens the marketer's inspector where the address asks for it, before anything is learnt, and at its hotkey where the shop has that. */
async function inspectIfAsked(core: Core, stops: Stop[]): Promise<void> {
  const { stages, window, options, log } = core;
  const open = (): Promise<void> =>
    stages
      .inspect()
      .then(({ inspect }) => inspect(core))
      .catch((error: unknown) => log("inspect.js", error));
  const onKey = ({ ctrlKey, altKey, code }: KeyboardEvent): unknown =>
    ctrlKey && altKey && code === "KeyH" && open();
  if (options.inspect !== undefined)
    stops.push(listen(window, "keydown", (event) => onKey(event as KeyboardEvent)));
  if (/[?&]heim-inspect/.test(window.location.search)) await open();
}

/** A withdrawal reaches this tab whatever else could be loaded. */
function hearTabs({ tabs, ear }: Core): Stop {
  if (!tabs) return () => undefined;
  return listen(tabs, "message", (event) => {
    const { data } = event as MessageEvent<(TabNotice & { kind?: string }) | null>;
    if (data?.kind === "consent") ear.hearTab(data);
  });
}

/** Before a choice, where the shop allows it: decides again with what the page itself is about. */
async function useContext(core: Core): Promise<void> {
  try {
    const [{ readContext }, model] = await Promise.all([core.stages.observe(), core.stages.learn()]);
    if (!core.blank) return;
    core.page = readContext(core, model);
    core.decide();
  } catch (error) {
    core.log("the page's topics are not used", error);
  }
}

/** The same for the script tag, which loads this stage after first paint: the client takes the place of the queue in `window.heimspiel`. */
export function installClient(view: PageView, source: Pick<Source, "base" | "nonce">): void {
  const { window, log } = view;
  const client = startClient(view, loadStages(window.document, source), Promise.resolve());
  window.heimspiel = adoptQueue(client, window.heimspiel, log);
}

/** Loads and starts the observing stage: after first paint, with a grant, once at a time. */
function observeOnce(core: Core, painted: Promise<unknown>): () => Promise<void> {
  let starting = false;
  const allowed = (): boolean =>
    core.state !== undefined && !core.stopped && !core.observer && core.granted();
  return async () => {
    await painted;
    if (starting || !allowed()) return;
    starting = true;
    try {
      const [{ startObserving }, model] = await Promise.all([core.stages.observe(), core.stages.learn()]);
      if (allowed()) await startObserving(core, model);
    } catch (error) {
      core.log("nothing is learned on this page", error);
    }
    starting = false;
  };
}
