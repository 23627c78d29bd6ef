import type { Signal, TopicRef } from "../interests/index.js";
import type { Stop } from "../kernel/index.js";
import { sourceNames, startSources, type Patterns, type SourcesOptions } from "../signals/index.js";
import type { Core, Model } from "./core.js";
import type { Device } from "./device-state.js";
import type { Manifest } from "./manifest.js";
import type { SignalInput } from "./public.js";
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

/** Starts the sources of this page. A page under a sensitive topic records nothing at all. */
export function startLearning(
  core: Core,
  device: Device,
  { model, reach }: { model: Model; reach: (goals: readonly string[]) => void },
): Learning {
  const { window, clock, log } = core;
  let silent = false;
  const take = (raw: Signal): void => {
    const signal = mapTopics(core.settings.manifest)(raw);
    silent ||= raw.kind === "view" && signal.topics.some(isUnspeakable(model.isSensitive));
    if (silent) return;
    device.change((state) => ({
      ...state,
      profile: model.fold(state.profile, signal, raw.at, core.settings.policy),
    }));
    core.decide();
    core.emitter.emit("change", undefined);
    if (signal.kind === "view") core.page = { ...core.page, topics: signal.topics.map(idOf) };
    if (signal.kind === "purchase") reach(purchaseGoals);
    if (weighty.includes(signal.kind)) void device.flush();
  };
  const page = window.location.pathname;
  const tell = (signal: Omit<Signal, "at" | "page">): void => {
    if (Array.isArray(signal.topics)) take({ ...signal, at: clock(), page });
    else log("a signal needs its topics, a list", signal);
  };
  const stop = startSources({
    ...{ document: window.document, window, clock, emit: take, log, page },
    ...sourcesOf(core.settings.manifest),
    more: async () => (await core.stages["signals-more"]()).more,
  });
  return {
    signal: (input: SignalInput) => tell(input),
    declare(name, value) {
      if (value === "") forget(core, device, name);
      else if ([name, String(value)].some(model.isPersonal))
        log(`declared.${name} looks like an address, a number to call or to pay with: it is not kept`);
      else tell({ kind: "declare", topics: [], name, value });
    },
    stop,
  };
}

/** Takes an answer back. */
function forget({ decide, emitter }: Core, device: Device, name: string): void {
  device.change((state) => {
    const { [name]: _, ...declared } = state.profile.declared;
    return { ...state, profile: { ...state.profile, declared } };
  });
  decide();
  emitter.emit("change", undefined);
  void device.flush();
}

/** What the manifest says of sources: paths with their topics, the names of facets, and what is not to be read. */
function sourcesOf({ sources = {} }: Manifest): Pick<SourcesOptions, "patterns" | "facets" | "names"> {
  const { off, facets, ...patterns } = sources;
  return {
    ...(Object.keys(patterns)[0] && { patterns: patterns as Patterns }),
    ...(facets && { facets }),
    ...(off && { names: sourceNames.filter((name) => !off.includes(name)) }),
  };
}

/** A topic's id. */
export const idOf = (topic: TopicRef): string => (typeof topic === "string" ? topic : topic.id);

/** Whether a topic, or one it belongs to, is of a kind about which nothing is noted down. */
export const isUnspeakable =
  (isSensitive: Model["isSensitive"]) =>
  (topic: TopicRef): boolean => {
    const { id, label = "", parents = [] } = typeof topic === "string" ? { id: topic } : topic;
    return [id, label, ...parents].some(isSensitive);
  };
