import { limit } from "./limit.js";
import { day, type Policy, rulesOf } from "./policy.js";
import { emptyProfile, type Profile, type Topic } from "./profile.js";
import { resting } from "./resting.js";

/**
 * Deletes what has grown old: topics and facets unused for 90 days; declarations, mutes and orders not renewed for 13
 * months; everything after 13 months without a visit. A topic that still rests, or that the visitor declared or muted,
 * outlives the 90 days.
 * @param profile what the device remembers; not changed
 * @param now ms since 1970
 * @param policy parts of the model that differ from the defaults
 * @returns the profile within its limits
 * @example
 * profile = expire(profile, Date.now());
 */
export function expire(profile: Profile, now: number, policy?: Partial<Policy>): Profile {
  const rules = rulesOf(policy);
  const unused = now - rules.expiryDays * day;
  const erased = monthsBefore(now, rules.eraseMonths);
  const { visit, campaign, ...rest } = profile;
  const asleep = new Set(resting(profile, now, rules));
  const kept = (id: string, topic: Topic): boolean =>
    topic.at > unused || !!(topic.declared ?? topic.muted) || asleep.has(id);
  return limit(
    {
      ...rest,
      topics: entries(rest.topics, (topic) => forget(topic, erased), kept),
      facets: entries(rest.facets, (values) =>
        some(entries(values, (facet) => (facet.at > unused ? facet : undefined))),
      ),
      declared: entries(rest.declared, (fact) => (fact.at > erased ? fact : undefined)),
      orders: rest.orders.filter(([, at]) => at > erased),
      visit: visit.last > erased ? visit : emptyProfile().visit,
      ...(campaign && campaign.until > now && { campaign }),
    },
    now,
    rules,
  );
}

const monthsBefore = (now: number, months: number): number => {
  const date = new Date(now);
  return date.setUTCMonth(date.getUTCMonth() - months);
};

/** The topic without what was not renewed in 13 months; undefined when that is all of it. */
function forget(topic: Topic, erased: number): Topic | undefined {
  const { declared, bought, sated, muted, ...rest } = topic;
  const recent = Object.fromEntries(
    Object.entries({ declared, bought, sated, muted }).filter(([, at]) => at !== undefined && at > erased),
  );
  return rest.at > erased ? { ...rest, ...recent } : undefined;
}

const some = <T>(record: Record<string, T>): Record<string, T> | undefined =>
  Object.keys(record).length > 0 ? record : undefined;

function entries<T>(
  record: Readonly<Record<string, T>>,
  change: (value: T) => T | undefined,
  keep: (key: string, value: T) => boolean = () => true,
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([key, old]) => {
      const value = change(old);
      return value !== undefined && keep(key, value) ? [[key, value]] : [];
    }),
  );
}
