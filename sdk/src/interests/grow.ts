import { hash } from "./hash.js";
import { day, type Policy } from "./policy.js";
import type { Topic } from "./profile.js";
import type { Signal } from "./signal.js";
import type { Share } from "./spread.js";
import { decay, halfLifeOf } from "./strength.js";
import { weights } from "./weights.js";

const mostPages = 16;

/** A topic after one signal. A signal that comes late is decayed to the time of the newest. */
export function grow(
  topic: Topic | undefined,
  signal: Signal,
  share: Share & { id: string; rules: Policy },
): Topic {
  const { kind, at } = signal;
  const { id, rules, label } = share;
  const old = topic ?? {
    score: 0,
    visit: 0,
    at,
    first: Math.floor(at / day),
    signals: 0,
    counts: {},
    pages: [],
  };
  const last = Math.max(old.at, at);
  const add = (score: number, halfLife: number): number =>
    Math.max(
      0,
      score * decay(old.at, last, halfLife) + weights[kind] * share.weight * decay(at, last, halfLife),
    );
  const next: Topic = {
    ...old,
    score: add(old.score, halfLifeOf(id, rules)),
    visit: add(old.visit, rules.visitHalfLifeMinutes / 1440),
    at: last,
    first: Math.min(old.first, Math.floor(at / day)),
    ...(label && { label }),
  };
  if (kind === "dismiss") return mute(next, at);
  if (kind === "declare") return pin(next, at);
  next.counts = { ...old.counts, [kind]: (old.counts[kind] ?? 0) + 1 };
  if (kind === "uncart") return next;
  next.signals += 1;
  next.pages = markPage(old, signal);
  if (looks.includes(kind)) next.looked = Math.max(at, old.looked ?? 0);
  if (kind === "purchase") next.bought = Math.max(at, old.bought ?? 0);
  if (kind === "purchase" && share.own) next.sated = Math.max(at, old.sated ?? 0);
  return next;
}

/** The latest word counts: "not interested" ends an earlier declaration, and the other way round. */
function mute(topic: Topic, at: number): Topic {
  const next = { ...topic, muted: at };
  delete next.declared;
  return next;
}

function pin(topic: Topic, at: number): Topic {
  const counts = { ...topic.counts, declare: (topic.counts.declare ?? 0) + 1 };
  const next = { ...topic, declared: at, signals: topic.signals + 1, counts };
  delete next.muted;
  return next;
}

const looks: readonly string[] = ["view", "dwell", "scroll"];

function markPage(topic: Topic, signal: Signal): readonly number[] {
  const page = pageOf(topic, signal);
  if (page === undefined) return topic.pages;
  const mark = (hash(page) & 0xffff) << 1;
  const looked = looks.includes(signal.kind) ? 1 : 0;
  if (topic.pages.some((known) => known >> 1 === mark >> 1)) {
    return topic.pages.map((known) => (known >> 1 === mark >> 1 ? known | looked : known));
  }
  return topic.pages.length < mostPages ? [...topic.pages, mark | looked] : topic.pages;
}

/** Where no page is given, the item stands for it; else every signal is its own, but one that must follow a view. */
function pageOf(topic: Topic, { page, item, kind }: Signal): string | undefined {
  if (page !== undefined) return `page ${page}`;
  if (item?.id !== undefined) return `item ${item.id}`;
  return kind === "dwell" || kind === "scroll" ? undefined : `signal ${topic.signals}`;
}
