import type { Stop } from "../kernel/ports.js";
import { isIgnored } from "./find-parts.js";

/**
 * Reorders the items of a list by the visitor's interest in what they are about. Items of the same interest keep their
 * order, and an item without `data-heim-topics` keeps its place: the others are ranked among the places they have. The nodes
 * themselves move, so that the order for the eye, the keyboard and the screen reader is one.
 * @param interest strength by topic, 0 to 1
 * @returns puts the page's own order back; `undefined` where it is the best already
 * @example const undo = rankList(list, { hiking: 0.6 });
 */
export function rankList(list: Element, interest: Readonly<Record<string, number>>): Stop | undefined {
  const scores = new Map<Element, number>();
  for (const item of list.children) {
    const marked = item.matches(bearing) ? item : item.querySelector(bearing);
    if (marked && !isIgnored(marked)) scores.set(item, scoreOf(marked, interest));
  }
  const items = [...scores.keys()];
  const ranked = [...items].sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
  if (ranked.every((item, at) => item === items[at])) return undefined;
  arrange(items, ranked);
  return () => {
    // Where the page has taken items away since, their order is the page's again.
    if (items.every(({ parentNode }) => parentNode === list)) arrange(ranked, items);
  };
}

const bearing = "[data-heim-topics]";

/** The interests in all its topics, each times its weight: `running trail:2`. */
function scoreOf(item: Element, interest: Readonly<Record<string, number>>): number {
  let score = 0;
  for (const word of item.getAttribute("data-heim-topics")?.match(/\S+/g) ?? []) {
    const [topic = "", weight = 1] = word.toLowerCase().split(":");
    // A topic may be called "constructor".
    score += (Number(interest[topic]) || 0) * (Number(weight) || 1);
  }
  return score;
}

/** Puts items into the places of others, which are the same in another order. */
function arrange(items: readonly Element[], wanted: readonly Element[]): void {
  const places = items.map((item) => {
    const place = item.ownerDocument.createComment("");
    item.replaceWith(place);
    return place;
  });
  places.forEach((place, at) => place.replaceWith(wanted[at] as Element));
}
