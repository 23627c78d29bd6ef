import { describe, explain, recount, type Explanation, type TopicRow } from "../interests/index.js";
import type { Core } from "./core.js";
import { labelsIn } from "./topics.js";

const wordsOf = (
  { window, clock, settings }: Core,
  language = window.document.documentElement.lang || "en",
) => ({
  now: clock(),
  language: language.startsWith("de") ? ("de" as const) : ("en" as const),
  labels: labelsIn(settings.manifest, language),
});

/** Why a slot shows what it shows, from the facts its decision used; `undefined` where the default stands. */
export function explainSlot(core: Core, name: string): Explanation | undefined {
  const run = [...core.personalizer.runs.values()].find(({ markup, shown }) => shown && markup.name === name);
  if (!core.state || !run?.decision) return undefined;
  return explain({ used: run.decision.reason.used }, core.state.profile, wordsOf(core));
}

/** What the device knows, a row a topic, in words. */
export const describeTopics = (core: Core, language?: string): TopicRow[] =>
  core.state ? describe(core.state.profile, wordsOf(core, language)) : [];

/** Everything the profile holds, a sentence each. */
export const recountProfile = (core: Core): string[] =>
  core.state ? recount(core.state.profile, wordsOf(core)) : [];
