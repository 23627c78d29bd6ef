import type { Stop } from "../kernel/index.js";
import { findParts } from "../slots/index.js";
import type { Core } from "./core.js";
import type { Client, ConsentReceipt } from "./public.js";
import { receiptOf } from "./receipt.js";

/** The public client over a running core. */
export function createClient(core: Core, stop: Stop): Client {
  const { consent, emitter, window } = core;
  const { get, set, withdraw } = consent;
  const record = (): ConsentReceipt | undefined => receiptOf(core);
  return {
    consent: { get, set, withdraw, record, on: (listener) => emitter.on("consent", listener) },
    signal: (signal) => core.observe((observer) => observer.signal(signal)),
    goal: (name) => core.observe((observer) => observer.goal(name)),
    declare: (name, value) => core.observe((observer) => observer.declare(name, value)),
    context() {
      const { top, top2, persona, campaign } = core.situation()?.facts ?? {};
      const topics = [top, top2].filter((topic) => topic !== undefined) as string[];
      return { topics, persona: persona as string | undefined, campaign: campaign as string | undefined };
    },
    ...inPanel(core),
    sent: async (language) => (await core.stages.preferences()).tellSent(core, language),
    export: core.exportData,
    erase() {
      withdraw();
      return core.erased;
    },
    refresh: (root = window.document) => findParts(root).forEach((part) => core.take(part, 0)),
    stop,
    on: emitter.on,
  };
}

const panelled = ["explain", "describe", "adjust", "rest", "intensity"] as const;
type Panelled = (typeof panelled)[number];

/** What is done in the panel's stage, which is loaded at the first call. */
function inPanel(core: Core): Pick<Client, Panelled> {
  const call = (name: Panelled) => async (first: never, second: never) =>
    (await core.stages.panel())[name](core, first, second);
  return Object.fromEntries(panelled.map((name) => [name, call(name)])) as unknown as Pick<Client, Panelled>;
}
