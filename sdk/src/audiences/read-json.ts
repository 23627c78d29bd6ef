import { checkDepth } from "./depth.js";
import { fault, isQuoted, items, type Scanner, type Token } from "./scan.js";
import type { Json } from "./types.js";

/** Engines disagree on whether and how `JSON.parse` tells the place of a fault, so only its scalars are left to it. */
function scalar(token: Token): Json {
  try {
    return JSON.parse(token.raw) as Json;
  } catch {
    // what the engine says about a single token adds nothing to its place
    throw fault("a JSON value", token);
  }
}

/** Reads one JSON value. Throws `ConditionError` with the fault's place. */
export function readJson(scanner: Scanner, depth: number): Json {
  const token = scanner.take();
  const { raw } = token;
  checkDepth(depth, token.at);
  if (raw === "[") return scanner.skip("]") ? [] : items(scanner, "]", () => readJson(scanner, depth + 1));
  if (raw === "{") {
    const member = (): [string, Json] => {
      const name = scanner.take();
      if (!isQuoted(name.raw)) throw fault("a quoted name", name);
      const key = scalar(name) as string;
      scanner.expect(":");
      return [key, readJson(scanner, depth + 1)];
    };
    // fromEntries defines its keys, so that "__proto__" becomes an ordinary one
    return scanner.skip("}") ? {} : Object.fromEntries(items(scanner, "}", member));
  }
  return scalar(token);
}
