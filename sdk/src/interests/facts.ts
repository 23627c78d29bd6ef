import { day, minute, type Policy, rulesOf } from "./policy.js";
import type { Profile } from "./profile.js";
import { decay, halfLifeOf, isEvident, restsAt, saturate, since, strength, visitScore } from "./strength.js";

/** What conditions may use. Strengths and needs are 0..1, `bought` is in days. */
export interface InterestFacts {
  interest: Record<string, number>;
  /** Strongest topic, second strongest, and the one whose strength grew most in this visit. */
  top?: string;
  top2?: string;
  rising?: string;
  bought: Record<string, number>;
  need: Record<string, number>;
  declared: Record<string, string | number | boolean>;
  facet: Record<string, Record<string, number>>;
  visit: { count: number; pages: number; minutes: number; "days-since"?: number };
  campaign?: string;
}

/**
 * The facts of a profile: `s ← s · 2^(−Δt/h)`, then `1 − exp(−s/κ)` of the long score blended with the visit's.
 * Topics below the evidence threshold, resting or muted are absent from `interest`, `top` and `rising`.
 * @param profile what the device remembers
 * @param now ms since 1970
 * @param policy parts of the model that differ from the defaults
 * @returns facts for conditions
 * @example
 * facts(profile, Date.now()).interest.hiking; // 0.53
 */
export function facts(profile: Profile, now: number, policy?: Partial<Policy>): InterestFacts {
  const rules = rulesOf(policy);
  const { visit, campaign } = profile;
  const { count, pages, start, before } = visit;
  const full = (at: number, unit: number): number => Math.floor(since(at, now, unit));
  const result: InterestFacts = {
    interest: {},
    bought: {},
    need: {},
    declared: {},
    facet: {},
    visit: { count, pages, minutes: count && full(start, minute) },
  };
  addTopics(result, profile, now, rules);
  for (const [name, { value }] of Object.entries(profile.declared)) result.declared[name] = value;
  for (const [name, values] of Object.entries(profile.facets)) {
    const strengths: Scores = (result.facet[name] = {});
    for (const [value, facet] of Object.entries(values)) {
      if (facet.count >= rules.evidence.signals)
        strengths[value] = saturate(facet.score * decay(facet.at, now, rules.halfLifeDays), rules);
    }
  }
  if (before) result.visit["days-since"] = full(before, day);
  if (campaign && campaign.until > now) result.campaign = campaign.id;
  return result;
}

type Scores = Record<string, number>;

function addTopics(result: InterestFacts, { topics }: Profile, now: number, rules: Policy): void {
  const { interest, bought, need } = result;
  const quiet = (id: string): unknown => topics[id]?.muted ?? restsAt(id, topics[id], now, rules);
  let fastest = 0.1;
  for (const [id, topic] of Object.entries(topics)) {
    const at = topic.bought;
    if (at) {
      bought[id] = Math.floor(since(at, now, day));
      // need(t) = Σ_b bought(b, decayed) · P(t | b), without what was bought since; a topic may be called "constructor"
      for (const [next, share] of Object.entries(rules.complements[id] ?? {})) {
        if (!quiet(next) && !(Number(topics[next]?.sated) >= at))
          need[next] = Math.min(1, (Number(need[next]) || 0) + share * decay(at, now, halfLifeOf(id, rules)));
      }
    }
    if (quiet(id) || !isEvident(topic, rules)) continue;
    const level = (interest[id] = strength(id, topic, now, rules));
    // d strength / d score = (1 − strength) / κ: what this visit added to the strength, to first order
    const rise = visitScore(topic, now, rules) * (1 - level);
    if (rise > fastest) {
      fastest = rise;
      result.rising = id;
    }
  }
  const [top, top2] = Object.entries(interest).sort((a, b) => b[1] - a[1]);
  if (top) result.top = top[0];
  if (top2) result.top2 = top2[0];
}
