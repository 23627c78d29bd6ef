import { day, minute, type Policy, rulesOf } from "./policy.js";
import type { Cart, Profile, Visit } from "./profile.js";
import { muted } from "./muted.js";
import { resting } from "./resting.js";
import { decay, since, strength, visitScore } from "./strength.js";
import { visitGap } from "./turn-page.js";

type Scores = Record<string, number>;

/** What conditions may use. Strengths and needs are 0..1, `bought` is in days. */
export interface InterestFacts {
  interest: Scores;
  /** Strongest topic, second strongest, and the one whose strength grew most in this visit. */
  top?: string | undefined;
  top2?: string | undefined;
  rising?: string | undefined;
  bought: Scores;
  need: Scores;
  declared: Record<string, string | number | boolean>;
  facet: Record<string, Scores>;
  visit: { count: number; pages: number; minutes: number; "days-since"?: number | undefined };
  campaign?: string | undefined;
  channel?: string | undefined;
  cart?: Cart | undefined;
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
  const { topics, visit, campaign } = profile;
  const full = (at: number, unit: number): number => Math.floor(since(at, now, unit));
  const offer = (campaign?.until as number) > now ? campaign : undefined;
  const { channel, cart } = now - visit.last > visitGap ? ({} as Partial<Visit>) : visit;
  const quiet = [...resting(profile, now), ...muted(profile)];
  const interest: Scores = {};
  const bought: Scores = {};
  const need: Scores = {};
  const facet: InterestFacts["facet"] = {};
  const declared: InterestFacts["declared"] = {};
  let rising: string | undefined;
  let fastest = 0.3;

  for (const [id, topic] of Object.entries(topics)) {
    const at = topic.bought;
    if (at) {
      bought[id] = full(at, day);
      // need(t) = Σ_b bought(b, decayed) · P(t | b), without what was bought since; a topic may be called "constructor"
      for (const [next, share] of Object.entries(rules.complements[id] ?? {})) {
        if (!quiet.includes(next) && (topics[next]?.bought ?? 0) < at)
          need[next] = Math.min(1, (Number(need[next]) || 0) + share * decay(at, now, rules.halfLifeDays));
      }
    }
    const recent = visitScore(topic, now, rules);
    if (quiet.includes(id) || !topic.evident) continue;
    interest[id] = strength(id, topic, now, rules);
    if (recent > fastest && topic.at >= visit.start) [fastest, rising] = [recent, id];
  }
  for (const [key, values] of Object.entries(profile.facets)) {
    const [name, value] = key.split("\n") as [string, string];
    if (values.evident) facet[name] = { ...facet[name], [value]: strength(key, values, now, rules) };
  }
  for (const [name, { value }] of Object.entries(profile.declared)) declared[name] = value;
  const [top, top2] = Object.keys(interest).sort((a, b) => (interest[b] as number) - (interest[a] as number));
  return {
    ...{ interest, top, top2, rising, bought, need, declared, facet },
    visit: {
      count: visit.count,
      pages: visit.pages,
      minutes: visit.count && full(visit.start, minute),
      "days-since": visit.before ? full(visit.before, day) : undefined,
    },
    campaign: offer?.id,
    channel: offer?.channel ?? channel,
    cart,
  };
}
