import { pagesSeen } from "../interests/explain.js";
import { day } from "../interests/policy.js";
import { labelOf } from "../interests/words.js";
import type { Recap, RecapPorts } from "../panel/index.js";
import type { Core, Model } from "./core.js";
import type { DeviceState } from "./device-state.js";
import { isUnspeakable } from "./learning.js";
import { labelsIn } from "./topics.js";

/** What the recap shows, over a running core. */
export function recapPorts(core: Core): RecapPorts {
  const { emitter, log } = core;
  return {
    async read(language) {
      const model = core.state && (await core.stages.learn());
      const { state } = core;
      if (!state || !model) return "consent";
      if (state.intensity !== undefined) return "level";
      const recap = recapOf(core, state.profile, { model, language });
      return [recap.topics, recap.resting, recap.told].some(([first]) => first) ? recap : "early";
    },
    on(listener) {
      const stops = [emitter.on("change", listener), emitter.on("consent", listener)];
      return () => stops.forEach((stop) => stop());
    },
    log,
  };
}

/** From so many days on one may speak of months. */
const longDays = 45;

/**
 * What may be looked back on. The profile holds no history: what has been forgotten is not in it. Nothing is said of what the visitor
 * has muted, or what counts as sensitive by now.
 */
function recapOf(
  core: Core,
  profile: DeviceState["profile"],
  { model, language }: { model: Model; language: string },
): Recap {
  const { clock, settings, window } = core;
  const { topics, declared, visit } = profile;
  const now = clock();
  // Without topics that are muted, at rest, or have too little evidence.
  const strengths = (core.situation()?.facts["interest"] ?? {}) as Readonly<Record<string, number>>;
  const labels = labelsIn(settings.manifest, language);
  const unspeakable = isUnspeakable(core, model);
  const known = Object.entries(topics)
    .map(([id, topic]) => ({ id, topic, label: labelOf(id, profile, labels) }))
    .filter(
      ({ id, topic: { muted }, label }) =>
        !muted && !unspeakable({ id, label, parents: [...(settings.policy.topics?.[id]?.parents ?? [])] }),
    );
  const told = Object.entries(declared).filter(
    ([id, { value }]) => !unspeakable({ id, label: String(value) }),
  );
  const since = Math.min(
    ...[visit.before || visit.start, ...told.map(([, { at }]) => at)],
    ...known.map(({ topic }) => topic.first * day),
  );
  return {
    shop: window.location.hostname,
    since: since - (since % day),
    long: now - since > longDays * day,
    visits: visit.count,
    pages: new Set(known.flatMap(({ topic: { pages } }) => Object.keys(pages).filter((page) => pages[page])))
      .size,
    topics: known
      .map(({ id, topic, label }) => ({
        label,
        percent: Math.round(100 * (strengths[id] ?? 0)),
        since: topic.first * day,
        pages: pagesSeen(topic),
      }))
      .filter(({ percent }) => percent > 0)
      .sort((a, b) => b.percent - a.percent)
      .slice(0, 5),
    resting: known.flatMap(({ topic: { rests = 0 }, label }) => (rests > now ? [[label, rests]] : [])),
    told: told.map(([name, { value }]) => [name, value]),
  };
}
