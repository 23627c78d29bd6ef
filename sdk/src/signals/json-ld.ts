import { isIgnored } from "./attributes.js";
import type { Node } from "./node.js";
import { isOn, type PageFacts, type ReadOptions } from "./page-facts.js";
import { plain } from "./text.js";

export type { Node } from "./node.js";

/** Characters; what is longer would keep a slow device busy for longer than a slice. */
export const largestBlock = 200_000;
/** More than any honest page says; bounds what a broken one can cost. */
const most = 200;

export const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** schema.org allows one value or a list of them everywhere. */
export function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.slice(0, most) : [value];
}

/** The things among them. */
export const nodesOf = (value: unknown): Node[] => listOf(value).filter(isNode);

/** What may hold things of the page's own; lists hold other pages' things and are read apart. */
const nested = ["@graph", "mainEntity", "mainEntityOfPage", "breadcrumb"];

/** Adds the things of a value and of what it nests, in document order. */
export function collect(value: unknown, into: Node[], depth = 8): void {
  for (const node of nodesOf(listOf(value).flat())) {
    if (!depth || into.length >= most) return;
    into.push(node);
    for (const key of nested) collect(node[key], into, depth - 1);
  }
}

/** All things a page's JSON-LD names, flat and in document order; blocks that are not strict JSON are set aside. */
export function* readNodes(
  document: Document,
  facts: PageFacts,
  options: ReadOptions,
): Generator<unknown, void> {
  if (!isOn("jsonLd", options)) return;
  for (const script of document.querySelectorAll('script[type*="ld+json"]')) {
    const text = script.textContent;
    yield;
    facts.escaped ||= /&#?\w+;/.test(text);
    if (isIgnored(script) || text.length > largestBlock) continue;
    yield;
    try {
      collect(JSON.parse(text), facts.nodes);
    } catch {
      // Survived: the page's own fault, in about 3 of 100 blocks. It may be repaired later.
      facts.broken.push(text);
    }
  }
}

/** Whether one of a thing's types matches. Real pages write "recipe" and "http://schema.org/Recipe", too. */
export const isA = (node: Node, type: RegExp): boolean =>
  listOf(node["@type"]).some((name) => type.test(plain(name)));
