import { muted } from "./muted.js";
import { type Policy, rulesOf } from "./policy.js";
import type { Profile, Topic } from "./profile.js";
import { pagesSeen } from "./explain.js";
import { resting } from "./resting.js";
import { strength } from "./strength.js";
import { createSpeaker, type Speaker, type Speech } from "./words.js";

/** One topic of "What this shop knows about me". */
export interface TopicRow {
  topic: string;
  label: string;
  /** 0..1, also where it is not used yet. */
  strength: number;
  /** Whether there is enough evidence to use it. */
  evident: boolean;
  /** In words: "looked at 3 pages, last on Tuesday; bought in May". */
  evidence: string;
  resting: boolean;
  muted: boolean;
}

/**
 * Everything the profile holds about topics, for the visitor to read.
 * @param profile what the device remembers
 * @param options language, time, labels, and the merchant's policy
 * @returns one row per topic, the strongest first
 * @example
 * describe(profile, { now: Date.now(), language: "de" })[0]?.evidence; // "3 Seiten angesehen, zuletzt am Dienstag"
 */
export function describe(profile: Profile, options: Speech & { policy?: Partial<Policy> }): TopicRow[] {
  const rules = rulesOf(options.policy);
  const speaker = createSpeaker(options);
  const mutes = new Set(muted(profile));
  const asleep = new Set(resting(profile, options.now));
  return Object.entries(profile.topics)
    .map(([id, topic]) => ({
      topic: id,
      label: speaker.label(id, profile),
      strength: strength(id, topic, options.now, rules),
      evident: !!topic.evident,
      evidence: evidenceOf(topic, speaker),
      resting: asleep.has(id),
      muted: mutes.has(id),
    }))
    .sort((a, b) => b.strength - a.strength);
}

function evidenceOf(topic: Topic, { texts: { row }, words }: Speaker): string {
  const { bought, declared, muted, looked, at } = topic;
  const count = pagesSeen(topic);
  const parts = [
    count > 0 && row.looked(words({ count, at: looked ?? at })),
    count === 0 && !bought && !declared && !muted && row.interested(words({ at })),
    bought && row.bought(words({ at: bought })),
    declared && row.told(words({})),
  ].filter((part) => typeof part === "string");
  return parts.length > 0 ? parts.join("; ") : row.nothing(words({}));
}
