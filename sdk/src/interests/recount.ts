import { explain, pagesSeen, type UsedFact } from "./explain.js";
import type { Profile, Topic } from "./profile.js";
import { createSpeaker, type Speech } from "./words.js";

/**
 * Everything the profile holds, in plain words: visits, the campaign, what the visitor said, topics, purchases, facets.
 * @param profile what the device remembers
 * @param options language, time, labels
 * @returns a sentence for each thing known; none when nothing is
 * @example
 * recount(profile, { now: Date.now(), language: "en" });
 * // ["This shop knows that you have visited this shop 3 times.", "This shop knows that you bought hiking boots in May."]
 */
export function recount(profile: Profile, options: Speech): string[] {
  const { texts, label } = createSpeaker(options);
  const { topics, facets, declared, visit, campaign } = profile;
  const used: UsedFact[] = [
    ...(visit.count > 0 ? [{ path: "visit.count", value: visit.count }] : []),
    ...(campaign && campaign.until > options.now ? [{ path: "campaign", value: campaign.id }] : []),
    ...[
      ...Object.keys(declared).map((name) => `declared.${name}`),
      ...Object.entries(topics).flatMap(([id, topic]) => pathsOf(id, topic)),
      ...Object.keys(facets).map((key) => `facet.${key.replace("\n", ".")}`),
    ].map((path) => ({ path, value: undefined })),
  ];
  const unwanted = Object.keys(topics).filter((id) => topics[id]?.muted);
  return [
    ...explain({ used }, profile, options).evidence.map(({ text }) => text),
    ...unwanted.map((id) => texts.unwanted(label(id, profile))),
  ].map(texts.known);
}

/** What there is to say of a topic: a purchase or a "not interested" alone is no interest. */
const pathsOf = (id: string, topic: Topic): string[] => [
  ...(pagesSeen(topic) > 0 || !!topic.declared || (!topic.bought && !topic.muted) ? [`interest.${id}`] : []),
  ...(topic.bought ? [`bought.${id}`] : []),
];
