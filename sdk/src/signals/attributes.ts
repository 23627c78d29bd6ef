import { isOn, type PageFacts, type ReadOptions } from "./page-facts.js";
import type { Subject } from "./signal.js";
import { slug } from "./slug.js";
import { known } from "./text.js";
import type { Topic } from "./topic.js";

const bearing = "[data-heim-topics],[data-heim-facet]";
const ignoring = "[data-heim-ignore]:not([data-heim-ignore=false])";
/** Content of our own slots and lists: what we chose to show is no evidence of interest. */
const chosen = '[data-heim-slot],[class*="heim-slot--"],[data-heim-rank]';

/** Whether `data-heim-ignore` stands on the element or above it; what is below cannot switch it off. */
export const isIgnored = (element: Element): boolean => element.closest(ignoring) !== null;

/** Whether it is in one of our own slots, or ignored. */
export const isApart = (element: Element): boolean => element.closest(`${ignoring},${chosen}`) !== null;

/** The `name:value` words of an attribute. */
const pairsOf = (element: Element, attribute: string): string[][] =>
  element
    .getAttribute(attribute)
    ?.match(/\S+/g)
    ?.map((word) => word.split(":")) ?? [];

/** `"running trail:2"`; the ids as the marketer wrote them, since conditions use the same words. */
const markedTopics = (element: Element): Topic[] =>
  pairsOf(element, "data-heim-topics").map(([id = "", weight]) => ({
    id: id.toLowerCase().slice(0, 64),
    weight: Number(weight) || 1,
  }));

/** `"brand:acme size:42"` */
export const markedFacets = (element: Element): Record<string, string> =>
  known(
    Object.fromEntries(
      pairsOf(element, "data-heim-facet").map(([name = "", value = ""]) => [slug(name), slug(value)]),
    ),
  );

/** Whether an element says what the whole page is about: its frame, or what holds its main heading; others are teasers. */
const isPageWide = (element: Element): boolean =>
  element.matches("html,body,main") || element.querySelector("h1") !== null;

/** Reads what the merchant marked: the page's subject, and the topics of the teasers on it. */
export function* readAttributes(
  document: Document,
  facts: PageFacts,
  options: ReadOptions,
): Generator<unknown, void> {
  if (!isOn("attributes", options)) return;
  const topics: Topic[] = [];
  const listed: Topic[] = [];
  for (const element of document.querySelectorAll(bearing)) {
    yield;
    if (isApart(element)) continue;
    const isSubject = isPageWide(element);
    (isSubject ? topics : listed).push(...markedTopics(element));
    if (isSubject) Object.assign(facts.facets, markedFacets(element));
  }
  facts.topics.unshift(...topics);
  facts.listed.unshift(...listed);
}

/** The subject of a link or button: of the nearest teaser around it, or of what it holds; undefined when it has none. */
export function subjectOf(link: Element): Subject | undefined {
  const around = link.closest(bearing);
  const element = around && !isPageWide(around) ? around : link.querySelector(bearing);
  if (!element || isIgnored(element)) return undefined;
  return { topics: markedTopics(element), facets: markedFacets(element) };
}
