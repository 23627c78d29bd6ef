import { day, type Policy, learningRulesOf } from "./policy.js";
import { type Declared, emptyProfile, type Profile, type Topic } from "./profile.js";
import { strength } from "./strength.js";

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
  const { visit, campaign, ...rest } = profile;
  const erased = now - rules.eraseMonths * month;
  const recent = ({ at }: { at: number }): number => (at > erased ? at : -1);
  const rank = (topic: Topic, id: string): number => {
    if (topic.declared || topic.muted || Number(topic.rests) > now) return recent(topic);
    return topic.at > now - rules.expiryDays * day ? strength(id, topic, now, rules) : -1;
  };
  const topics = Object.fromEntries(
    Object.entries(rest.topics).map(([id, topic]) => [id, forget(topic, erased)]),
  );
  // 18 kB and 9, 2.5, 64 times 28 bytes, and 0.6 for the visit and the campaign are less than 32
  return {
    ...rest,
    topics: strongest(topics, { most: 50, room: 18_000, rank }),
    facets: strongest(rest.facets, { most: 40, room: 9000, rank }),
    declared: strongest(rest.declared, { most: 20, room: 2500, rank: recent }),
    orders: strongest(rest.orders, { most: 64, room: 2500, rank: (at) => recent({ at }) }),
    visit: visit.last > erased ? visit : emptyProfile().visit,
    ...(campaign && campaign.until > now && { campaign }),
  };
}

const marks = ["declared", "muted", "bought", "rests"] as const;

/** The topic without what was not renewed. */
function forget(topic: Topic, erased: number): Topic {
  let next = topic;
  for (const mark of marks) if (next[mark] && next[mark] <= erased) next = { ...next, [mark]: 0 };
  return next;
}

/** The entries of highest rank, at most so many in so many bytes; those below 0 leave. */
function strongest<T extends Topic | Declared | number>(
  record: Readonly<Record<string, T>>,
  { most, room, rank }: { most: number; room: number; rank: (value: T, id: string) => number },
): Readonly<Record<string, T>> {
  const entries = Object.entries(record);
  let left = room;
  const fits = ([id, value]: [string, T], index: number): boolean =>
    index < most && (left -= sizeOf(id, value)) >= 0 && rank(value, id) >= 0;
  // as a rule nothing has to leave, and what is kept as it is costs nothing
  if (entries.every(fits)) return record;
  left = room;
  const ranks = new Map(entries.map(([id, value]) => [id, rank(value, id)]));
  const by = (id: string): number => ranks.get(id) ?? 0;
  return Object.fromEntries(
    entries
      .filter(([id]) => by(id) >= 0)
      .sort(([a], [b]) => by(b) - by(a))
      .filter(fits),
  );
}

/** The most an entry takes as JSON in UTF-8. To write it out and measure it would cost more than all the rest of `fold`. */
const sizeOf = (id: string, entry: Partial<Topic & Declared> | number): number => {
  const { label = "", value = "", counts = {}, pages = {} } = entry as Partial<Topic & Declared>;
  // three bytes for every unit that is not plain
  const texts = `${id}${label}${value}`.replace(/[^ !#-[\]-~]/g, "...");
  const keys = [entry, counts, pages].map((record) => Object.keys(record).length) as [number, number, number];
  return texts.length + 23 * keys[0] + 18 * keys[1] + 9 * keys[2];
};
