import type { EvidenceKind, Source } from "./catalogue.js";
import type { Evidence } from "./explain.js";
import type { Profile } from "./profile.js";
import { createSpeaker, type Speech } from "./words.js";

/** Where a fact comes from, for the visitor to read. */
export interface Provenance {
  /** The topic's label, or what kind of fact it is. */
  name: string;
  /** "from pages you opened in this shop, last on 17 November 2026" */
  source: string;
}

const sources: Readonly<Record<EvidenceKind, Source>> = {
  looked: "pages",
  interested: "pages",
  told: "told",
  bought: "bought",
  need: "bought",
  needAfter: "bought",
  declared: "told",
  facet: "chosen",
  visits: "visits",
  pages: "visits",
  minutes: "visits",
  daysSince: "visits",
  campaign: "link",
  channel: "link",
  persona: "group",
  cart: "cart",
  page: "page",
  device: "device",
  time: "clock",
};

/**
 * Where the facts of an explanation come from, and of which day the last of each is.
 * @param evidence what `explain` has found
 * @param profile what the device remembers
 * @param speech language, time, labels
 * @returns one entry for each piece of evidence, in its order
 * @example
 * provenance(explain(decision, profile, speech).evidence, profile, speech)[0]?.source;
 * // "from what you bought in this shop, last on 5 May 2026"
 */
export function provenance(evidence: readonly Evidence[], profile: Profile, speech: Speech): Provenance[] {
  const { texts, label } = createSpeaker(speech);
  const { language, timeZone } = speech;
  const dates = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    dateStyle: "long",
    ...(timeZone && { timeZone }),
  });
  return evidence.map(({ kind, topic, at }) => {
    const [name, source] = texts.source[sources[kind]];
    return {
      name: topic === undefined ? name : label(topic, profile),
      source: at === undefined ? source : `${source}, ${texts.dated(dates.format(at))}`,
    };
  });
}
