import { day, type Policy, learningRulesOf } from "./policy.js";
import { emptyProfile, type Profile, type Topic } from "./profile.js";
import { resting } from "./resting.js";
import { strength } from "./strength.js";

const mostTopics = 50;
const mostFacets = 40;
const mostDeclared = 20;
const mostOrders = 64;
const mostBytes = 32_000;

/** So that 13 of them are never longer than 13 of the calendar. */
const month = 30.2 * day;

/**
 * Deletes what has grown old: topics and facets unused for 90 days; declarations, mutes and orders not renewed for 13
 * months; everything after 13 months without a visit. A topic that still rests, or that the visitor declared or muted,
 * outlives the 90 days. Then keeps the profile within its limits: the weakest leave first, what the visitor said and what
 * rests last.
 * @param profile what the device remembers; not changed
 * @param now ms since 1970
 * @param policy parts of the model that differ from the defaults
 * @returns the profile within its limits: at most 50 topics, 40 facets, 20 declarations, 64 orders, 32 KB
 * @example
 * profile = expire(profile, Date.now());
 */
export function expire(profile: Profile, now: number, policy?: Partial<Policy>): Profile {
  const rules = learningRulesOf(policy);
  const erased = now - rules.eraseMonths * month;
  const { visit, campaign, ...rest } = profile;
  const asleep = new Set(resting(profile, now));
  const recent = (at: number): number => (at > erased ? at : -1);
  const rank = ([id, topic]: [string, Topic]): number => {
    if (topic.declared || topic.muted || asleep.has(id)) return recent(topic.at);
    return topic.at > now - rules.expiryDays * day ? strength(id, topic, now, rules) : -1;
  };
  const trim = (share: number): Profile => {
    const next: Profile = {
      ...rest,
      topics: strongest(rest.topics, mostTopics * share, rank),
      facets: strongest(rest.facets, mostFacets * share, rank),
      declared: strongest(rest.declared, mostDeclared * share, ([, { at }]) => recent(at)),
      orders: strongest(rest.orders, mostOrders * share, ([, at]) => recent(at)),
      visit: visit.last > erased ? visit : emptyProfile().visit,
      ...(campaign && campaign.until > now && { campaign }),
    };
    // at a share of 1 % nothing is left to leave out
    return share > 0.01 && bytes(next) > mostBytes ? trim(share * 0.8) : next;
  };
  rest.topics = Object.fromEntries(
    Object.entries(rest.topics).map(([id, topic]) => [id, forget(topic, erased)]),
  );
  return trim(1);
}

const marks = ["declared", "muted", "bought", "rests"] as const;

/** The topic without what was not renewed. */
function forget(topic: Topic, erased: number): Topic {
  const next = { ...topic };
  for (const mark of marks) if (Number(next[mark]) <= erased) next[mark] = 0;
  return next;
}

/** The entries of highest rank, at most so many; those below 0 leave. */
const strongest = <T>(
  record: Readonly<Record<string, T>>,
  most: number,
  rank: (entry: [id: string, value: T]) => number,
): Record<string, T> =>
  Object.fromEntries(
    Object.entries(record)
      .filter((entry) => rank(entry) >= 0)
      .sort((a, b) => rank(b) - rank(a))
      .slice(0, most),
  );

/** An upper bound of the JSON's size in UTF-8: three bytes for every unit that is not printable ASCII. */
const bytes = (profile: Profile): number => JSON.stringify(profile).replace(/[^ -~]/g, "...").length;
