import { parse, type DefaultTreeAdapterTypes } from "parse5";
import type { Markup } from "../lint/index.js";

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.Document | Element | DefaultTreeAdapterTypes.Template;

/** Where an element and its attributes begin, in characters of the source from 0. */
export interface Place {
  readonly start: number;
  /** From the name to the end of the value. */
  readonly attributes: ReadonlyMap<string, readonly [start: number, end: number]>;
}

/** An element with its place. */
export interface Located extends Markup {
  readonly at: Place;
}

const isElement = (node: { nodeName: string }): node is Element => !node.nodeName.startsWith("#");

const contentOf = (node: Parent): Element[] =>
  ("content" in node ? node.content : node).childNodes.filter(isElement);

function locate(element: Element, parent: Located | undefined): Located & { children: Located[] } {
  const place = element.sourceCodeLocation;
  const attributes = Object.entries(place?.attrs ?? {});
  return {
    tag: element.tagName,
    attributes: element.attrs,
    children: [],
    parent,
    at: {
      // What the parser has added itself, `<tbody>`, is where its parent is.
      start: place?.startOffset ?? parent?.at.start ?? 0,
      attributes: new Map(attributes.map(([name, at]) => [name, [at.startOffset, at.endOffset]])),
    },
  };
}

/**
 * Parses a page as browsers do.
 * @returns its outermost elements: one, `<html>`
 */
export function parsePage(source: string): Located[] {
  const roots: Located[] = [];
  const open: [Parent, Located | undefined, Located[]][] = [
    [parse(source, { sourceCodeLocationInfo: true }), undefined, roots],
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, parent, list] = next;
    for (const child of contentOf(node)) {
      const located = locate(child, parent);
      list.push(located);
      open.push([child, located, located.children]);
    }
  }
  return roots;
}
