import type { Stop, Store } from "../kernel/index.js";
import { skimPage } from "../signals/index.js";
import { mayNameCampaign } from "./arrival.js";
import type { Core, Measuring, Model } from "./core.js";
import { createDevice } from "./device.js";
import type { Device } from "./device-state.js";
import { listen } from "./environment.js";
import type { PageFacts } from "./facts.js";
import { idOf, isUnspeakable } from "./learning.js";
import { learnByPages } from "./page-turn.js";
import { startRemembering } from "./remembering.js";
import { setAside } from "./set-aside.js";
import { mapTopics } from "./topics.js";

/** Starts learning on this page, and keeps what is learned; the page's earlier calls are made up for. */
export async function startObserving(core: Core, model: Model): Promise<void> {
  const { window } = core;
  const { document } = window;
  const store = await core.store();
  const { keepUp, keepManifest } = await core.stages.store();
  const device = createDevice(core, store);
  const stops: Stop[] = [keepUp(core, store, device)];
  const stop = (): void => stops.splice(0).forEach((end) => end());
  await keepManifest(core, store);
  await setAside(core, store, model);
  if (!core.state || core.stopped) {
    stop();
    return;
  }

  const turn = (): void => countPage(core, device, model);
  turn();
  const measuring = measureWhenAllowed(core, store, device, model);
  const remembering = startRemembering(core, device, measuring.measure);
  const goals = (names: readonly string[]): void => measuring.measure((running) => running.goals(names));
  const turned = (): void => {
    const visitStart = core.state?.profile.visit.start;
    turn();
    if (core.state?.profile.visit.start !== visitStart) measuring.renew();
  };
  const learning = learnByPages(core, device, { model, reach: goals, turned });
  const leave = (): void => {
    if (document.visibilityState === "hidden") void device.flush();
  };
  // Older browsers tell of a navigation by pagehide alone.
  stops.push(
    listen(document, "visibilitychange", leave),
    listen(window, "pagehide", () => void device.flush()),
  );
  stops.push(learning.stop, remembering.stop, measuring.stop);
  core.observer = {
    signal: learning.signal,
    declare: learning.declare,
    goal: (name) => goals([name]),
    slot: remembering.slot,
    device,
    stop,
  };
  for (const task of core.waiting.splice(0)) core.observe(task);
  stops.push(hearVisitor(core, device));
}

/** Counts this page, and forgets what is out of date. */
function countPage(
  { clock, settings }: Core,
  device: Device,
  { expire, readProfile, turnPage }: Model,
): void {
  const now = clock();
  device.change((state) => ({
    ...state,
    profile: turnPage(expire(readProfile(state.profile), now, settings.policy), now),
  }));
}

type Visitor = Awaited<ReturnType<Core["stages"]["visitor"]>>;

/** Loads what few pages need: quizzes, when there is one; how the visitor came, when a visit begins or the address says so. */
function hearVisitor(core: Core, device: Device): Stop {
  const { window, stages, log } = core;
  const { document, location } = window;
  let stop: Stop | undefined;
  const load = (use: (stage: Visitor) => void): void => {
    stages
      .visitor()
      .then((stage) => core.observer && use(stage))
      .catch((error: unknown) => log("visitor.js", error));
  };
  const seek = (): void => {
    if (stop || !document.querySelector("form[data-heim-quiz]")) return;
    stop = () => undefined;
    load(({ startQuizStage }) => (stop = startQuizStage(core)));
  };
  if (core.state?.profile.visit.pages === 1 || mayNameCampaign(location.search))
    load(({ noteArrival }) => noteArrival(core, device));
  seek();
  // A quiz that is put in later is met when the visitor comes to it.
  const unlisten = listen(document, "focusin", seek);
  return () => {
    unlisten();
    stop?.();
  };
}

/** What this page is about, by its own words: all that may be used before a choice, where the shop allows that. Nothing is kept. */
export function readContext(core: Core, model: Model): PageFacts {
  const { window, settings, clock } = core;
  const { document, location } = window;
  const { signals, type } = skimPage(document, { now: clock(), url: location.href });
  const views = signals.filter(({ kind }) => kind === "view").map(mapTopics(settings.manifest));
  const topics = views.flatMap((view) => view.topics);
  if (topics.some(isUnspeakable(core, model))) return {};
  return { topics: topics.map(idOf), ...(type && { type }) };
}

/** So many tasks at most wait for the reporting stage. */
const waitingLimit = 100;

/** Loads the reporting stage once statistics are allowed; what is to be measured waits for it, in memory only. */
function measureWhenAllowed(core: Core, store: Store, device: Device, model: Model) {
  const { consent, stages, log } = core;
  const waiting: ((measuring: Measuring) => void)[] = [];
  let running: Measuring | undefined;
  let stopped = false;
  const begin = async (): Promise<void> => {
    if (!consent.gate.grant("statistics")) return;
    const { startMeasuring } = await stages.report();
    if (stopped || running) return;
    running = startMeasuring(core, store, device, model);
    for (const task of waiting.splice(0)) task(running);
  };
  const attempt = (): void => {
    begin().catch((error: unknown) => log("nothing is reported", error));
  };
  const unlisten = consent.on(attempt);
  attempt();
  const measure = (task: (measuring: Measuring) => void): void => {
    if (running) task(running);
    else if (waiting.push(task) > waitingLimit) waiting.shift();
  };
  return {
    measure,
    /** A visit of its own begins in this document, after a long silence; it meets what there is. */
    renew() {
      running?.stop();
      running = undefined;
      attempt();
      for (const run of core.personalizer.runs.values()) measure((measuring) => measuring.met(run));
    },
    stop() {
      stopped = true;
      unlisten();
      running?.stop();
    },
  };
}
