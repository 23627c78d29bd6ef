import type { Subject } from "./signal.js";
import { slug } from "./slug.js";
import { filled, known } from "./text.js";
import { mergeTopics, type Topic } from "./topic.js";

const bearing = "[data-heim-topics],[data-heim-facet]";
const ignoring = '[data-heim-ignore]:not([data-heim-ignore="false"])';
/** Content of our own slots: what we chose to show is no evidence of interest. */
const chosen = '[data-heim-slot],[class*="heim-slot--"]';
/** Where an element is one of many things on the page. */
const teaser = "a,li,nav,aside,footer,template,[data-heim-rank]";

/** Whether `data-heim-ignore` stands on the element or above it; what is below cannot switch it off. */
export const isIgnored = (element: Element): boolean => element.closest(ignoring) !== null;

const wordsOf = (element: Element, attribute: string): string[] =>
  (element.getAttribute(attribute) ?? "").split(/\s+/).filter(Boolean).slice(0, 50);

/** `"running trail:2"`; the ids as the marketer wrote them, since conditions use the same words. */
function topicsOf(element: Element): Topic[] {
  return wordsOf(element, "data-heim-topics").map((word) => {
    const [, id = word, factor] = /^(.+):([\d.]+)$/.exec(word) ?? [];
    const weight = Math.min(Number(factor), 10) || undefined;
    return known<Topic>({ id: id.toLowerCase().slice(0, 64), weight });
  });
}

/** `"brand:acme size:42"` */
function facetsOf(element: Element): Record<string, string> {
  const pairs = wordsOf(element, "data-heim-facet").map((word) => /^(.+?):(.+)$/.exec(word));
  return known(Object.fromEntries(pairs.map((pair) => [slug(pair?.[1] ?? ""), slug(pair?.[2] ?? "")])));
}

/**
 * Whether an element says what the whole page is about: the page's frame, whatever holds its main heading, or else a
 * lone element that is no link, list entry or side matter. Cards side by side are teasers.
 */
function isPageWide(element: Element): boolean {
  if (element.closest(chosen)) return false;
  if (element.matches("html,body,main,[role=main]")) return true;
  if (element.closest(teaser)) return false;
  const siblings = [...(element.parentElement?.children ?? [])].filter((child) => child.matches(bearing));
  return element.querySelector("h1") !== null || siblings.length < 2;
}

/** What the page's own attributes say: its subject, and the topics of the teasers on it. */
export interface AttributeFacts {
  topics: Topic[];
  facets: Record<string, string>;
  listed: Topic[];
}

/** Reads the attributes of a page. */
export function readAttributes(document: Document): AttributeFacts {
  const facts: AttributeFacts = { topics: [], facets: {}, listed: [] };
  for (const element of document.querySelectorAll(bearing)) {
    if (isIgnored(element)) continue;
    if (isPageWide(element)) {
      facts.topics.push(...topicsOf(element));
      Object.assign(facts.facets, facetsOf(element));
    } else if (!element.closest(chosen)) facts.listed.push(...topicsOf(element));
  }
  return facts;
}

/** The subject of a link: of the nearest teaser around it, or of what it holds; undefined when it has none. */
export function subjectOfLink(link: Element): Subject | undefined {
  const around = link.closest(bearing);
  const element = around && !isPageWide(around) ? around : link.querySelector(bearing);
  if (!element || isIgnored(element)) return undefined;
  return known<Subject>({ topics: mergeTopics(topicsOf(element)), facets: filled(facetsOf(element)) });
}
