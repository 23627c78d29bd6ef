import { hash } from "./hash.js";
import { day, type Policy } from "./policy.js";
import { addPrice } from "./price-band.js";
import type { Topic } from "./profile.js";
import type { Signal } from "./signal.js";
import type { Share } from "./spread.js";
import { decay, halfLifeOf } from "./strength.js";
import { weights } from "./weights.js";

const mostPages = 16;

/** A topic after one signal. */
export function grow(
  old: Topic,
  { kind, at, page, item }: Signal,
  { id, rules, weight, own, label, price }: Share & { id: string; rules: Policy; price: number },
): Topic {
  const add = (score: number, halfLife: number): number =>
    // time does not run backwards in `decay`: of the two, one is 1, so that a late signal is aged to the newest one's time
    Math.max(0, score * decay(old.at, at, halfLife) + weights[kind] * weight * decay(at, old.at, halfLife));
  const next: Topic = {
    ...old,
    score: add(old.score, halfLifeOf(id, rules)),
    visit: add(old.visit, rules.visitHalfLifeMinutes / 1440),
    at: Math.max(old.at, at),
    first: Math.min(old.first, Math.floor(at / day)),
    counts: { ...old.counts, [kind]: (old.counts[kind] ?? 0) + 1 },
  };
  if (label) next.label = label;
  if (kind === "uncart") return next;
  next.signals += 1;
  const looks = kind === "view" || kind === "dwell" || kind === "scroll";
  // where no page is given, the item stands for it; else every signal is its own
  const key = String(hash(`${page ?? item?.id ?? old.signals}`) & 0xffff);
  if (key in old.pages || Object.keys(old.pages).length < mostPages)
    next.pages = { ...old.pages, [key]: looks ? 1 : (old.pages[key] ?? 0) };
  // a product looked at again is no other price
  if (kind === "view" && own && price && !old.pages[key]) addPrice(next, price);
  if (looks) next.looked = Math.max(old.looked ?? 0, at);
  if (kind === "purchase" && at >= (old.bought ?? 0)) {
    next.bought = at;
    if (own) next.rests = at + (rules.topics[id]?.repurchase ?? rules.restDays) * day;
  }
  // the latest word counts: "not interested" ends an earlier declaration, and the other way round
  if (kind === "declare") {
    next.declared = at;
    next.muted = 0;
  }
  if (kind === "dismiss") {
    next.muted = at;
    next.declared = 0;
  }
  const { signals, pages } = rules.evidence;
  next.evident ||=
    kind === "declare" ||
    kind === "purchase" ||
    (next.signals >= signals && Object.keys(next.pages).length >= pages);
  return next;
}
