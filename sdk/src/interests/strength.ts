import { day, type Rules } from "./policy.js";
import type { Topic } from "./profile.js";

/** Time since `at` in units. A clock that was set back does not make time run backwards. */
export const since = (at: number, now: number, unit: number): number => Math.max(0, now - at) / unit;

/** What is left of 1 after the time since `at`: 2^(−Δt/h), with h in days. */
export const decay = (at: number, now: number, days: number): number => 2 ** -since(at, now, day * days);

/** The topic's long half-life in days; one that is not positive is ignored. */
export const halfLifeOf = (id: string, { topics, halfLifeDays }: Rules): number =>
  Math.max(topics[id]?.halfLife ?? 0, 0) || halfLifeDays;

/** The score of this visit, as of `now`. */
export const visitScore = ({ visit, at }: Topic, now: number, rules: Rules): number =>
  visit * decay(at, now, rules.visitHalfLifeMinutes / 1440);

/**
 * Strength of a topic, 0..1, whatever the evidence: 1 − exp(−s/κ) of the long score blended with the visit's, which makes
 * visitors and topics comparable. What the visitor declared is pinned at 1.
 */
export const strength = (id: string, topic: Topic, now: number, rules: Rules): number =>
  topic.declared
    ? 1
    : 1 -
      Math.exp(
        (topic.score * decay(topic.at, now, halfLifeOf(id, rules)) +
          rules.visitShare * visitScore(topic, now, rules)) /
          -rules.kappa,
      );
