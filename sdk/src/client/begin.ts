import type { Boot } from "../boot.js";
import { lasts } from "../consent/lasts.js";
import { emptyProfile, muted, resting } from "../interests/index.js";
import type { Stop } from "../kernel/index.js";
import { plainLanguage } from "../audiences/index.js";
import { hydrateSelector, setState, watchParts } from "../slots/index.js";
import { readDevice } from "../storage/read-device.js";
import { mayNameCampaign } from "./arrival.js";
import { readState } from "./device-state.js";
import type { ConsentRecord } from "../consent/index.js";
import type { Environment } from "./environment.js";
import { gatherFacts } from "./facts.js";
import { signalled, type Options } from "./options.js";
import type { More } from "./more.js";
import type { PageView } from "./page-view.js";
import { createPersonalizer, type Personalizer, type SituationNow } from "./personalizer.js";
import { settingsOf } from "./settings.js";

type Beginning = Omit<PageView, "restored" | "personalizer">;

/**
 * Begins a page view: what is stored is read and slots are decided as the parser delivers them. Never throws into the page.
 * @param loadMore loads what few pages need before they can be decided
 */
export function begin(options: Options, environment: Environment, loadMore: () => Promise<More>): PageView {
  const { log } = environment;
  const { heimspielBoot, location } = environment.window;
  const view: Beginning = {
    ...environment,
    options,
    language: plainLanguage,
    settings: settingsOf(typeof options.manifest === "object" ? options.manifest : {}, plainLanguage, log),
    page: {},
    ready: false,
    faults: new Set(),
    events: [],
    granted: () => !!view.state,
    notify: (event) => view.events.push(event),
    fault: (element) => view.faults.add(element),
    situation: () => situationOf(view),
    waits: () => view.settings.partial || (!view.parts && mayNameCampaign(location.search)),
    needed: Promise.resolve(),
    need: () => undefined,
    decide() {
      const now = view.situation();
      personalizer.decideAll(now);
      for (const [part, since] of parts) settlePart(view, part, now, since);
    },
    take(part, since) {
      if (personalizer.add(part, since) || parts.has(part)) return;
      parts.set(part, since);
      settlePart(view, part, view.situation(), since);
    },
    use: (manifest) => void (view.settings = settingsOf(manifest, view.language, log)),
    stop() {
      stopWatching();
      heimspielBoot?.release();
      personalizer.stop();
    },
  };
  view.need = loadOnce(view, loadMore);
  const parts = new Map<HTMLElement, number>();
  const personalizer = createPersonalizer(view);
  const stopWatching = watch(view, personalizer, parts, heimspielBoot);
  return Object.assign(view, {
    personalizer,
    restored: restore(view, heimspielBoot).catch((error: unknown) => log("restore", error)),
  });
}

/** Takes the page's parts as they come; each is hidden no longer than its own limit. */
function watch(
  view: Beginning,
  personalizer: Personalizer,
  parts: Map<HTMLElement, number>,
  boot: Boot | undefined,
): Stop {
  if (boot) boot.kept = true;
  return watchParts(
    view.window.document,
    (part, since) => {
      if (boot?.held) limit(part, boot);
      if (!part.matches(hydrateSelector)) view.take(part, since);
    },
    (part) => {
      personalizer.drop(part);
      parts.delete(part);
    },
  );
}

/** Fills a text, or puts a list in the visitor's order. */
function settlePart(view: Beginning, part: HTMLElement, now: ReturnType<SituationNow>, since: number): void {
  if (!view.ready) return;
  if (!now) setState(part, "no-consent");
  else if (view.parts) view.parts.settle(part, now.facts, since);
  else view.need();
}

/** What few pages need, the first time it is asked for. */
function loadOnce(view: Beginning, loadMore: () => Promise<More>): () => void {
  let loading: Promise<void> | undefined;
  const load = async (): Promise<void> => {
    try {
      const more = await loadMore();
      view.language = more.language;
      view.best = more.best;
      view.parts = more.createParts(view.window);
      if (view.state) view.state = more.arrive(view.state, view);
      if (view.settings.partial) view.use(view.settings.manifest);
      view.decide();
    } catch (error) {
      view.log("more.js", error);
    }
  };
  return () => void (view.needed = loading ??= load());
}

/**
 * The fast path: what was stored, consent first, decides at once, without waiting for the banner's script. In strict
 * mode nothing is read. What the record means beyond that, the consent machine judges when it runs.
 */
async function restore(view: Beginning, boot: Boot | undefined): Promise<void> {
  const { options, window, random } = view;
  const found = options.consent === "strict" ? undefined : await (boot?.read ?? readDevice());
  const [record, state, manifest] = found ?? [];
  view.record = record ?? (found && null);
  if (manifest) view.use(manifest);
  if (options.gpc !== "deny" || !signalled(window.navigator, options)) {
    if (isGrant(record, view)) view.state = readState(state, random);
    else if (options.beforeConsent && !record) view.blank = readState(0, random);
  }
  view.ready = true;
  view.decide();
  if (boot) letGo(view, boot);
}

/** The page may be painted; parts still to be parsed, and those that wait for more, stay hidden until they are decided. */
function letGo(view: Beginning, boot: Boot): void {
  const { document } = view.window;
  boot.release(view.granted());
  const release = (): void =>
    void view.needed.then(() => boot.release(document.querySelector(hydrateSelector)));
  if (document.readyState !== "loading") return release();
  const parsed = (): void => {
    view.decide();
    release();
  };
  document.addEventListener("readystatechange", parsed, { once: true });
}

/** A part that is not decided in time shows its default. */
const limit = (part: HTMLElement, boot: Boot): unknown =>
  setTimeout(
    () => boot.held && (part.dataset["heimState"] ??= "timeout"),
    boot.began + (Number(part.dataset["heimWait"]) || 200) - performance.now(),
  );

const isGrant = (record: unknown, { options, clock }: Beginning): boolean => {
  const { purposes, policyVersion, source, at } = (record ?? {}) as Partial<ConsentRecord>;
  return (
    purposes?.personalization === "granted" &&
    policyVersion === (options.policyVersion ?? "") &&
    lasts(source, at, clock())
  );
};

function situationOf(view: Beginning): ReturnType<SituationNow> {
  const { settings, clock } = view;
  const state = view.granted() ? view.state : view.blank;
  if (!state || state.intensity === 0) return undefined;
  const { policy, manifest } = settings;
  const { profile, memory, intensity } = state;
  const now = clock();
  return {
    // Of these tact and model count.
    ...manifest,
    facts: gatherFacts({ ...view, ...settings, now, profile: intensity ? emptyProfile() : profile }),
    memory,
    resting: resting(profile, now, policy),
    muted: muted(profile),
    now,
    visitStart: profile.visit.start,
    best: view.best,
  };
}
