import type { Profile } from "../interests/index.js";
import type { Random } from "../kernel/index.js";
import { drawOne, speakableCells, type Interests } from "../statistics/index.js";
import type { Core, Model } from "./core.js";
import type { Manifest, TopicEntry } from "./manifest.js";

/** What asking about topics takes of the learning stage. */
export type Asking = Pick<Model, "isSensitive">;

/**
 * What is true of the visitor's interests, for the questions about topics: one of the topics that count, and a purchase with what
 * was looked at next. Without a grant for the profile nobody asks.
 */
export function interestsOf(
  { consent, state, settings: { manifest }, random }: Core,
  { isSensitive }: Asking,
): Interests | undefined {
  if (!state || !consent.gate.grant("personalization")) return undefined;
  const cells = speakableCells(manifest, isSensitive);
  const { topics } = state.profile;
  const known = Object.keys(topics).filter((id) => topics[id]?.evident && !topics[id].muted);
  return { cells, topic: drawOne(known, random), pair: pairOf(topics, { manifest, random }) };
}

/**
 * The last purchase, and the first other topic looked at after it, "boots>socks". The profile keeps the last look at a topic
 * only: of those looked at since, the one left alone for longest counts as the first.
 */
function pairOf(
  topics: Profile["topics"],
  { manifest, random }: { manifest: Manifest; random: Random },
): string | undefined {
  const listed = (manifest.topics ?? []).filter(({ id }) => Object.hasOwn(topics, id) && !topics[id]?.muted);
  const bought = (id: string): number => topics[id]?.bought ?? 0;
  const looked = (id: string): number => topics[id]?.looked ?? 0;
  const at = Math.max(0, ...listed.map(({ id }) => bought(id)));
  if (at === 0) return undefined;
  const others = listed.filter(({ id }) => bought(id) !== at && looked(id) > at);
  const first = Math.min(...others.map(({ id }) => looked(id)));
  const from = drawOne(own(listed.filter(({ id }) => bought(id) === at)), random);
  const next = drawOne(own(others.filter(({ id }) => looked(id) === first)), random);
  return from && next && `${from.id}>${next.id}`;
}

/** A product is bought and looked at in all its topics at once: those that others of them belong to are left out. */
const own = (entries: readonly TopicEntry[]): TopicEntry[] =>
  entries.filter(({ id }) => !entries.some(({ parents }) => parents?.includes(id)));
