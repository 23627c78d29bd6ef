import type { Profile, Signal, TopicRef } from "../interests/index.js";
import type { Stop } from "../kernel/index.js";
import { sourceNames, startSources, type Patterns, type SourcesOptions } from "../signals/index.js";
import type { Core, Model } from "./core.js";
import type { Device } from "./device-state.js";
import type { SignalInput } from "./public.js";
import { createTrail } from "./take-back.js";
import { mapTopics } from "./topics.js";

/** Turns signals into the profile. */
export interface Learning {
  signal(signal: SignalInput): void;
  declare(name: string, value: string | number | boolean): void;
  stop: Stop;
}

/** Kinds that must not be lost when the browser is killed before the page is turned. */
const weighty: readonly string[] = ["purchase", "declare", "dismiss"];

/** A purchase reaches these goals of its own accord. */
const purchaseGoals = ["purchase", "checkout"];

type Step = (profile: Profile) => Profile;

/** What this page records of its visitor. */
interface Notes {
  /** Whether it is under a sensitive topic, and records nothing. */
  silent: boolean;
  /** Changes the profile. */
  update: (step: Step) => void;
  /** Changes it, unless the page records nothing. */
  learn: (step: Step) => void;
  /** Looks whether a signal shows the page to be under a sensitive topic; then nothing of what it has recorded stays. */
  overhear: (signal: Signal) => void;
}

function createNotes(core: Core, device: Device, model: Model): Notes {
  const trail = core.state && createTrail(core.state.profile);
  const notes: Notes = {
    silent: false,
    update(step) {
      device.change((state) => ({ ...state, profile: step(state.profile) }));
      core.decide();
      core.emitter.emit("change", undefined);
    },
    learn(step) {
      // Looked at anew each time, since the step may be played again on another tab's state.
      notes.update((profile) => {
        const next = notes.silent ? profile : step(profile);
        trail?.follow(profile, next);
        return next;
      });
    },
    overhear(raw) {
      const { topics } = mapTopics(core.settings.manifest)(raw);
      if (notes.silent || raw.kind !== "view" || !topics.some(isUnspeakable(core, model))) return;
      notes.silent = true;
      core.page = {};
      if (trail) notes.update(trail.takeBack);
      void device.flush();
    },
  };
  return notes;
}

/** How learning begins on a page. */
interface LearningOptions {
  model: Model;
  /** Reaches goals. */
  reach: (goals: readonly string[]) => void;
  /** How many entries the dataLayer had when the page began. */
  since?: number;
  /** Runs a task when the page is there; the first one is. */
  settled?: (start: () => void) => Stop;
}

/**
 * Starts the sources of this page. A page under a sensitive topic records nothing at all: where that shows late, what the
 * page has recorded is taken back, on the device too.
 */
export function startLearning(
  core: Core,
  device: Device,
  { model, reach, since = 0, settled }: LearningOptions,
): Learning {
  const { window, clock, log } = core;
  const notes = createNotes(core, device, model);
  const { overhear, update } = notes;
  const take = (raw: Signal): void => {
    if (notes.silent) return;
    const { kind, at } = raw;
    const signal = mapTopics(core.settings.manifest)(raw);
    if (kind === "view" && !core.page.topics?.[0])
      core.page = { ...core.page, topics: signal.topics.map(idOf) };
    if (core.state?.intensity === undefined || weighty.includes(kind))
      notes.learn((profile) => model.fold(profile, signal, at, core.settings.policy));
    if (kind === "purchase") reach(purchaseGoals);
    if (weighty.includes(kind)) void device.flush();
  };
  const page = window.location.pathname;
  const tell = (signal: Omit<Signal, "at" | "page">): void => {
    const whole = { ...signal, at: clock(), page };
    if (!Array.isArray(signal.topics)) return log("a signal needs its topics, a list", signal);
    overhear(whole);
    take(whole);
  };
  const sources = sourcesOf(core, notes, page);
  const stops: Stop[] = [];
  const start = (): void => void stops.push(startSources({ ...sources, emit: take, dataLayer: { since } }));
  if (settled) stops.push(settled(start));
  else start();
  return {
    signal: (input: SignalInput) => tell(input),
    declare(name, value) {
      if (value === "") {
        update(without(name));
        void device.flush();
      } else if ([name, String(value)].some(model.isPersonal))
        log(`declared.${name} looks like contact or payment data: it is not kept`);
      else tell({ kind: "declare", topics: [], name, value });
    },
    stop: () => stops.forEach((stop) => stop()),
  };
}

/** Takes an answer back. */
const without =
  (name: string): Step =>
  ({ declared: { [name]: _, ...declared }, ...profile }) => ({ ...profile, declared });

/** What the sources of a page need, and who hears of what they find beside signals. */
function sourcesOf(core: Core, notes: Notes, page: string): Omit<SourcesOptions, "emit"> {
  const { window, clock, log, settings, stages } = core;
  const { off, facets, ...patterns } = settings.manifest.sources ?? {};
  return {
    ...{ document: window.document, window, clock, log, page, overhear: notes.overhear },
    onType(type) {
      if (notes.silent) return;
      core.page = { ...core.page, type };
      core.decide();
    },
    onCart: (step) =>
      notes.learn(({ visit, ...profile }) => ({ ...profile, visit: { ...visit, cart: step(visit.cart) } })),
    ...(Object.keys(patterns)[0] && { patterns: patterns as Patterns }),
    ...(facets && { facets }),
    ...(off && { names: sourceNames.filter((name) => !off.includes(name)) }),
    more: async () => (await stages["signals-more"]()).more,
  };
}

/** A topic's id. */
export const idOf = (topic: TopicRef): string => (typeof topic === "string" ? topic : topic.id);

/** Whether a topic, or one it belongs to, is of a kind about which nothing is noted down, by our word or the merchant's. */
export const isUnspeakable =
  ({ settings: { policy } }: Core, { isSensitive }: Model) =>
  (topic: TopicRef): boolean => {
    const { id, label = "", parents = [] } = typeof topic === "string" ? { id: topic } : topic;
    return [id, label, ...parents].some((word) => isSensitive(word) || policy.topics?.[word]?.sensitive);
  };
