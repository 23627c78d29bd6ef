import { day, type Policy } from "./policy.js";
import type { Topic } from "./profile.js";

/** Time since `at` in units. A clock that was set back does not make time run backwards. */
export const since = (at: number, now: number, unit: number): number => Math.max(0, now - at) / unit;

/** What is left of 1 after the time since `at`: 2^(−Δt/h), with h in days. */
export const decay = (at: number, now: number, days: number): number => 2 ** -since(at, now, day * days);

/** The topic's long half-life in days. */
export const halfLifeOf = (id: string, rules: Policy): number =>
  rules.topics[id]?.halfLife ?? rules.halfLifeDays;

/** The score of this visit, as of `now`. */
export const visitScore = (topic: Topic, now: number, rules: Policy): number =>
  topic.visit * decay(topic.at, now, rules.visitHalfLifeMinutes / 1440);

/** 1 − exp(−s/κ): comparable between visitors and topics, 0..1. */
export const saturate = (score: number, rules: Policy): number => 1 - Math.exp(-score / rules.kappa);

/** Strength of a topic, 0..1, whatever the evidence; what the visitor declared is pinned at 1. */
export const strength = (id: string, topic: Topic, now: number, rules: Policy): number =>
  topic.declared
    ? 1
    : saturate(
        topic.score * decay(topic.at, now, halfLifeOf(id, rules)) +
          rules.visitShare * visitScore(topic, now, rules),
        rules,
      );

/** Whether there is enough to act on: one declaration or purchase, or enough signals on enough different pages. */
export const isEvident = (topic: Topic, { evidence }: Policy): boolean =>
  !!(topic.declared ?? topic.bought) ||
  (topic.signals >= evidence.signals && topic.pages.length >= evidence.pages);

/** Whether the topic rests after a purchase. */
export const restsAt = (id: string, topic: Topic | undefined, now: number, rules: Policy): boolean =>
  !!topic?.sated && since(topic.sated, now, day) < (rules.topics[id]?.repurchase ?? rules.restDays);
