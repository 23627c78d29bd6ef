import {
  describe as describeProfile,
  explain as explainDecision,
  labelOf,
  provenance,
  recount as recountProfile,
  type Explanation,
  type Speech,
  type TopicRow,
} from "../interests/index.js";
import type { Reasons } from "../panel/index.js";
import type { Core } from "./core.js";
import type { Run } from "./personalizer.js";
import { labelsIn } from "./topics.js";

/** How the page speaks to its visitor. */
export function speechOf(
  { window, clock, settings }: Core,
  language: string = window.document.documentElement.lang || "en",
): Speech {
  const spoken = /^de\b/i.test(language) ? ("de" as const) : ("en" as const);
  return { now: clock(), language: spoken, labels: labelsIn(settings.manifest, language) };
}

/** Why a slot shows what it shows, from the facts its decision used; `undefined` where the default stands. */
export function explain(core: Core, slot: string): Explanation | undefined {
  const run = [...core.personalizer.runs.values()].find(({ markup, shown }) => shown && markup.name === slot);
  return run && explainRun(core, run);
}

function explainRun(core: Core, { decision }: Run): Explanation | undefined {
  if (!core.state || !decision) return undefined;
  return explainDecision({ used: decision.reason.used }, core.state.profile, speechOf(core));
}

/** The same with where each fact comes from, and the topics that can be turned down: those used, else those of the variant. */
export function reasonsOf(core: Core, run: Run): Reasons | undefined {
  const found = explainRun(core, run);
  if (!core.state || !found) return undefined;
  const { profile } = core.state;
  const speech = speechOf(core);
  const used = found.evidence.flatMap(({ kind, topic }) => (topic && kind !== "bought" ? [topic] : []));
  const marked = run.spec?.variants.find(({ name }) => name === run.decision?.variant)?.topics ?? [];
  const topics = [...new Set(used.length > 0 ? used : marked)];
  return {
    text: found.text,
    facts: provenance(found.evidence, profile, speech),
    topics: topics.map((id) => ({ id, label: labelOf(id, profile, speech.labels) })),
  };
}

/** What the device knows, a row a topic. */
export const describe = (core: Core, language?: string): TopicRow[] =>
  core.state ? describeProfile(core.state.profile, speechOf(core, language)) : [];

/** Everything the profile holds, a sentence each. */
export const recount = (core: Core): string[] =>
  core.state ? recountProfile(core.state.profile, speechOf(core)) : [];
