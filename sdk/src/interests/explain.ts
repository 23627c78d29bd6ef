import type { EvidenceKind } from "./catalogue.js";
import { own } from "./names.js";
import { type Policy, type Rules, rulesOf } from "./policy.js";
import type { Profile, Topic } from "./profile.js";
import { createSpeaker, type Speech } from "./words.js";

/** A fact that a decision used. */
export interface UsedFact {
  path: string;
  value: unknown;
}

/** One reason: the path of the used fact, what it rests on, and the clause that says so. */
export interface Evidence {
  path: string;
  kind: EvidenceKind;
  /** Topic id, where it is about a topic. */
  topic?: string;
  /** Pages looked at, visits, minutes, days. */
  count?: number;
  /** ms since 1970: last signal, or purchase. */
  at?: number;
  text: string;
}

/** A sentence for the visitor, and what it is made of. */
export interface Explanation {
  text: string;
  evidence: Evidence[];
}

type Found = Omit<Evidence, "path" | "text"> & { value?: string };

/**
 * Says why something was shown, from the facts the decision used and no others.
 * @param decision the used facts, as the decision gives them
 * @param profile what the device remembers
 * @param options language, time, labels; `policy` names the purchase behind a need
 * @returns the sentence and its parts; a general sentence when nothing about the visitor was used
 * @example
 * explain({ used: [{ path: "interest.hiking", value: 0.6 }] }, profile, { now, language: "en" }).text;
 * // "Shown because you looked at 3 pages about hiking, last on Tuesday."
 */
export function explain(
  decision: { used: readonly UsedFact[]; slot?: string; variant?: string },
  profile: Profile,
  options: Speech & { policy?: Partial<Policy> },
): Explanation {
  const speaker = createSpeaker(options);
  const rules = rulesOf(options.policy);
  const said = new Map<string, Evidence>();
  for (const fact of decision.used) {
    const found = findEvidence(fact, profile, rules);
    if (!found) continue;
    const { value, ...rest } = found;
    const subject = fact.path.slice(fact.path.indexOf(".") + 1);
    const about =
      found.topic === undefined ? subject.replaceAll("-", " ") : speaker.label(found.topic, profile);
    const named = found.kind === "needAfter" ? speaker.label(value ?? "", profile) : (value ?? "");
    const words = speaker.words({
      ...rest,
      about: found.kind === "facet" ? (subject.split(".")[0] ?? "") : about,
      value: named,
    });
    const text = speaker.texts.because[found.kind](words);
    if (!said.has(text)) said.set(text, { path: fact.path, ...rest, text });
  }
  const { sentence, general, and } = speaker.texts;
  const evidence = [...said.values()];
  const clauses = evidence.map(({ text }) => text);
  return { text: evidence.length > 0 ? sentence(join(clauses, and)) : general, evidence };
}

/** "a and b"; with commas where there are more than two, or where a part has one itself. */
function join(clauses: readonly string[], and: string): string {
  const last = clauses.at(-1) ?? "";
  if (clauses.length < 2) return last;
  const before = clauses.slice(0, -1).join(", ");
  return `${before}${before.includes(",") ? "," : ""} ${and} ${last}`;
}

const topicPaths = ["interest", "top", "top2", "rising"];
const visitKinds = {
  count: "visits",
  pages: "pages",
  minutes: "minutes",
  "days-since": "daysSince",
} as const;
const named = ["campaign", "channel", "persona"] as const;
const general = ["cart", "page", "device", "time"] as const;

function findEvidence({ path, value }: UsedFact, profile: Profile, rules: Rules): Found | undefined {
  const dot = path.indexOf(".");
  const head = dot < 0 ? path : path.slice(0, dot);
  const rest = dot < 0 ? "" : path.slice(dot + 1);
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  const topic = own(profile.topics, rest);
  if (topicPaths.includes(head)) return ofTopic(rest || text, profile);
  if (head === "bought") return { kind: "bought", topic: rest, ...(topic?.bought && { at: topic.bought }) };
  if (head === "need") return ofNeed(rest, profile, rules);
  if (head === "declared")
    return { kind: "declared", value: String(own(profile.declared, rest)?.value ?? text) };
  if (head === "facet") return { kind: "facet", value: rest.slice(rest.indexOf(".") + 1) };
  if (head === "visit") {
    const kind = Object.entries(visitKinds).find(([name]) => name === rest)?.[1];
    return kind && { kind, count: Number(value) };
  }
  const name = named.find((kind) => kind === head);
  if (name) return { kind: name, value: text };
  const place = general.find((kind) => kind === head);
  return place && { kind: place };
}

/** Pages that were looked at. */
export const pagesSeen = ({ pages }: Topic): number => Object.values(pages).filter(Boolean).length;

function ofTopic(id: string, { topics }: Profile): Found | undefined {
  const topic = own(topics, id);
  if (!topic) return id ? { kind: "interested", topic: id } : undefined;
  if (topic.declared) return { kind: "told", topic: id };
  const count = pagesSeen(topic);
  return {
    kind: count > 0 ? "looked" : "interested",
    topic: id,
    count,
    at: (count > 0 && topic.looked) || topic.at,
  };
}

/** The latest purchase that the topic goes with. */
function ofNeed(id: string, { topics }: Profile, { complements }: Rules): Found {
  const [latest] = Object.entries(topics)
    .flatMap(([value, { bought }]) =>
      bought && own(own(complements, value) ?? {}, id) ? [{ value, at: bought }] : [],
    )
    .sort((a, b) => b.at - a.at);
  return latest ? { kind: "needAfter", topic: id, ...latest } : { kind: "need", topic: id };
}
