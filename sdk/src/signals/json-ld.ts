import { isIgnored } from "./attributes.js";
import { plain } from "./text.js";

/** One thing of the structured data or the dataLayer, untrusted. */
export type Node = Record<string, unknown>;

const largestBlock = 500_000;
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

/** A string literal (group 1) or, outside of strings, a comment. Never fails to match, so it is linear. */
const comments = /("(?:[^"\\]+|\\[^])*"?)|\/\/.*|\/\*[^]*?(?:\*\/|$)/g;
const commas = /("(?:[^"\\]+|\\[^])*"?)|[,;](?=\s*(?:[}\]]|$))/g;

/** Makes strict JSON of what about 3 in 100 shops write: comments, trailing commas, raw line breaks in strings. */
function repair(text: string): string {
  const keepStrings = (_: string, literal = ""): string => literal.replace(/\p{Cc}/gu, " ");
  return text.replace(comments, keepStrings).replace(commas, keepStrings);
}

/**
 * One block of JSON-LD, repaired where that is safe.
 * @returns the value, or undefined for a block beyond repair
 * @example parseJsonLd('{"@type": "Product", // ours\n}') // { "@type": "Product" }
 */
export function parseJsonLd(text: string, mend: (text: string) => string = repair): unknown {
  try {
    return text.length > largestBlock ? undefined : JSON.parse(text);
  } catch {
    // Survived: the page's own fault. It is repaired once, else the page is read without this block.
    const mended = mend(text);
    return mended === text ? undefined : parseJsonLd(mended, String);
  }
}

/** What may hold things of the page's own; lists hold other pages' things and are read apart. */
const nested = ["@graph", "mainEntity", "mainEntityOfPage", "breadcrumb"];

function collect(value: unknown, into: Node[], depth = 8): void {
  for (const node of nodesOf(listOf(value).flat())) {
    if (!depth || into.length >= most) return;
    into.push(node);
    for (const key of nested) collect(node[key], into, depth - 1);
  }
}

/** All things a page's JSON-LD names, flat and in document order. */
export function readNodes(document: Document): Node[] {
  const nodes: Node[] = [];
  for (const script of document.querySelectorAll('script[type*="ld+json"]'))
    if (!isIgnored(script)) collect(parseJsonLd(script.textContent), nodes);
  return nodes;
}

/** Whether one of a thing's types matches. Real pages write "recipe" and "http://schema.org/Recipe", too. */
export const isA = (node: Node, type: RegExp): boolean =>
  listOf(node["@type"]).some((name) => type.test(plain(name)));
