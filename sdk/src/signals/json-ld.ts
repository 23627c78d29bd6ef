import { isIgnored } from "./attributes.js";

/** One thing of the structured data, untrusted. */
export type Node = Record<string, unknown>;

const largestBlock = 500_000;
const mostNodes = 500;
const deepest = 8;

export const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** schema.org allows one value or a list of them everywhere. */
export function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.slice(0, mostNodes) : [value];
}

/** A string literal (group 1) or, outside of strings, a comment or CDATA mark. Never fails to match, so it is linear. */
const stringOrComment = /("(?:[^"\\]+|\\[^])*"?)|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|<!--|-->|<!\[CDATA\[|\]\]>/g;
const stringOrComma = /("(?:[^"\\]+|\\[^])*"?)|,(?=\s*[}\]])|;\s*$/g;

/** Makes strict JSON of what about 3 in 100 shops write: comments, trailing commas, raw line breaks in strings. */
function repair(text: string): string {
  return text
    .replace(stringOrComment, (_, literal?: string) => literal?.replace(/\p{Cc}/gu, " ") ?? "")
    .replace(stringOrComma, (_, literal?: string) => literal ?? "");
}

function attempt(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    // Survived: the page's own fault. The caller repairs it or goes without this block.
    return undefined;
  }
}

/**
 * One block of JSON-LD, repaired where that is safe.
 * @returns the value, or undefined for a block beyond repair
 * @example parseJsonLd('{"@type": "Product", // ours\n}') // { "@type": "Product" }
 */
export function parseJsonLd(text: string): unknown {
  if (text.length > largestBlock) return undefined;
  return (attempt(text) ?? attempt(repair(text)))?.value;
}

/** What may hold things of the page's own; lists hold other pages' things and are read apart. */
const nested = ["@graph", "mainEntity", "mainEntityOfPage", "breadcrumb"];

function collect(value: unknown, into: Node[], depth = 0): void {
  if (depth > deepest || into.length >= mostNodes) return;
  for (const node of listOf(value).flat().filter(isNode)) {
    into.push(node);
    for (const key of nested) collect(node[key], into, depth + 1);
  }
}

/** All things a page's JSON-LD names, flat and in document order. */
export function readNodes(document: Document): Node[] {
  const nodes: Node[] = [];
  for (const script of document.querySelectorAll('script[type*="json"]')) {
    if (!/ld\+json/i.test(script.getAttribute("type") ?? "") || isIgnored(script)) continue;
    collect(parseJsonLd(script.textContent), nodes);
  }
  return nodes;
}

/** Whether one of a thing's types, in lower case and without vocabulary, matches. Real pages write "recipe", too. */
export function isA(node: Node, types: RegExp): boolean {
  return listOf(node["@type"]).some(
    (type) => typeof type === "string" && types.test(type.toLowerCase().replace(/^.*[/#:]/, "")),
  );
}
