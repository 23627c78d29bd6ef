import type { Policy } from "./policy.js";
import type { Facet, Profile, Topic } from "./profile.js";
import { resting } from "./resting.js";
import { decay, halfLifeOf } from "./strength.js";

const mostTopics = 50;
const mostFacets = 40;
const mostDeclared = 20;
const mostBytes = 32_000;

/** Keeps the profile within its limits; the weakest leave first, what the visitor said and what rests last. */
export function limit(profile: Profile, at: number, rules: Policy): Profile {
  const size = bytes(profile);
  if (size <= mostBytes && isFew(profile)) return profile;
  let share = Math.min(1, mostBytes / size);
  let next = shrink(profile, share, { at, rules });
  // at a share of 1 % nothing is left of the three lists
  while (bytes(next) > mostBytes && share > 0.01) next = shrink(profile, (share *= 0.9), { at, rules });
  return next;
}

const isFew = ({ topics, facets, declared }: Profile): boolean =>
  Object.keys(topics).length <= mostTopics &&
  Object.values(facets).flatMap(Object.keys).length <= mostFacets &&
  Object.keys(declared).length <= mostDeclared;

/** An upper bound of the JSON's size in UTF-8: three bytes for every unit that is not ASCII. */
function bytes(profile: Profile): number {
  const json = JSON.stringify(profile);
  return json.length + 2 * json.replace(/[\0-\x7f]+/g, "").length;
}

function shrink(profile: Profile, share: number, { at, rules }: { at: number; rules: Policy }): Profile {
  const asleep = new Set(resting(profile, at, rules));
  const topicRank = ([id, topic]: [string, Topic]): number =>
    (topic.muted || topic.declared || asleep.has(id) ? 1e9 : 0) +
    topic.score * decay(topic.at, at, halfLifeOf(id, rules));
  const facetRank = ([, , facet]: FlatFacet): number => facet.score * decay(facet.at, at, rules.halfLifeDays);
  const topics = Object.entries(profile.topics);
  const facets = flatten(profile.facets);
  const declared = Object.entries(profile.declared);
  return {
    ...profile,
    topics: Object.fromEntries(keep(topics, mostTopics * share, topicRank)),
    facets: nest(keep(facets, mostFacets * share, facetRank)),
    declared: Object.fromEntries(keep(declared, mostDeclared * share, ([, fact]) => fact.at)),
  };
}

function keep<T>(entries: readonly T[], most: number, rank: (entry: T) => number): readonly T[] {
  if (entries.length <= most) return entries;
  const ranked = entries.map((entry) => ({ entry, rank: rank(entry) })).sort((a, b) => b.rank - a.rank);
  const kept = new Set(ranked.slice(0, Math.floor(most)).map(({ entry }) => entry));
  return entries.filter((entry) => kept.has(entry));
}

type FlatFacet = readonly [name: string, value: string, facet: Facet];

const flatten = (facets: Profile["facets"]): FlatFacet[] =>
  Object.entries(facets).flatMap(([name, values]) =>
    Object.entries(values).map(([value, facet]) => [name, value, facet] as const),
  );

function nest(facets: readonly FlatFacet[]): Profile["facets"] {
  const names = new Map<string, [string, Facet][]>();
  for (const [name, value, facet] of facets) names.set(name, [...(names.get(name) ?? []), [value, facet]]);
  return Object.fromEntries([...names].map(([name, values]) => [name, Object.fromEntries(values)]));
}
