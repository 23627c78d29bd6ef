import type { Stop } from "../kernel/index.js";
import { findParts } from "../slots/index.js";
import type { Core } from "./core.js";
import type { Client, ConsentReceipt } from "./public.js";
import { receiptOf } from "./receipt.js";

/** The public client over a running core. */
export function createClient(core: Core, stop: Stop): Client {
  const { consent, emitter, personalizer, window } = core;
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
    explain: async (slot) => (await core.stages.panel()).explainSlot(core, slot),
    describe: async (language) => (await core.stages.panel()).describeTopics(core, language),
    async export() {
      const store = core.state && (await core.store().catch(() => undefined)); // without its store a page still tells what it knows
      const [statistics, aside] = store ? await store.read(["statistics", "state-aside"]) : [];
      const words = core.state && (await core.stages.panel().catch(() => undefined))?.recountProfile(core); // the data stand without them
      return {
        exportedAt: new Date(core.clock()).toISOString(),
        consent: record(),
        words,
        ...core.state,
        statistics,
        aside,
      };
    },
    erase() {
      withdraw();
      return core.erased;
    },
    refresh: (root = window.document) => findParts(root).forEach((slot) => personalizer.add(slot)),
    stop,
    on: emitter.on,
  };
}
