import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from "jsonc-parser";
import type { Fault } from "../lint/index.js";

/** A JSON text that has been read, or the first thing that is wrong with it. */
export interface ReadJson {
  readonly value?: unknown;
  readonly tree?: Node;
  readonly fault?: Fault & { readonly offset: number };
}

const remedy =
  'JSON wants " around names and texts, a comma between entries and none at the end, and no comments';

/** Reads a JSON text as strictly as a browser. */
export function readJson(text: string): ReadJson {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [error] = errors;
  const wrong = (message: string, offset: number): ReadJson => ({
    fault: { rule: "manifest-syntax", message, remedy, offset },
  });
  if (error || !tree) {
    const words = error
      ? printParseErrorCode(error.error).replace(/(?!^)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
      : "Empty";
    return wrong(`not valid JSON: ${words}`, error?.offset ?? 0);
  }
  try {
    return { value: JSON.parse(text) as unknown, tree };
  } catch (cause) {
    // The two parsers disagree: the browser's decides.
    return wrong(`not valid JSON: ${(cause as Error).message}`, 0);
  }
}

/**
 * Where a path leads in a JSON text; to its nearest ancestor that is there.
 * @param toKey to the key at the end of the path instead of its value
 */
export function offsetAt(tree: Node, path: readonly (string | number)[], toKey = false): number {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node) return (toKey && length === path.length ? (node.parent ?? node) : node).offset;
  }
  return tree.offset;
}

/** Keys that an object has twice; the last one counts. */
export function* repeatedKeys(node: Node): Generator<Fault & { offset: number }> {
  const seen = new Set<unknown>();
  for (const child of node.children ?? []) {
    const [key] = child.children ?? [];
    if (node.type === "object" && key) {
      if (seen.has(key.value))
        yield {
          ...{ rule: "manifest-key", offset: key.offset },
          message: `the key "${String(key.value)}" is there twice`,
          remedy: "the last one counts: make one of the two",
        };
      seen.add(key.value);
    }
    yield* repeatedKeys(child);
  }
}
