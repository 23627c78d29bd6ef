import { fold, isSensitive, type Signal, type TopicRef } from "../interests/index.js";
import type { Stop } from "../kernel/index.js";
import { startSources } from "../signals/index.js";
import type { Core } from "./core.js";
import type { Device } from "./device-state.js";
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
  reach: (goals: readonly string[]) => void,
): Learning {
  const { window, clock, log } = core;
  let silent = false;
  const take = (raw: Signal): void => {
    const signal = mapTopics(core.settings.manifest)(raw);
    silent ||= raw.kind === "view" && signal.topics.some(isUnspeakable);
    if (silent) return;
    device.change((state) => ({
      ...state,
      profile: fold(state.profile, signal, raw.at, core.settings.policy),
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
  const stop = startSources({ document: window.document, window, clock, emit: take, log, page });
  return {
    signal: (input: SignalInput) => tell(input),
    declare: (name, value) => tell({ kind: "declare", topics: [], name, value }),
    stop,
  };
}

/** A topic's id. */
export const idOf = (topic: TopicRef): string => (typeof topic === "string" ? topic : topic.id);

/** Whether a topic is of a kind about which nothing is noted down. */
export const isUnspeakable = (topic: TopicRef): boolean =>
  isSensitive(idOf(topic)) ||
  (typeof topic !== "string" && topic.label !== undefined && isSensitive(topic.label));
