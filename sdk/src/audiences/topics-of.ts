import type { Condition, Json } from "./types.js";

/**
 * What a test on a fact speaks for: the operands of affirming operators that are not falsy (`= 0` affirms nothing), and
 * any lower bound. "<" and the negations speak against.
 */
function affirmed(test: Json): Json[] {
  const operations = typeof test === "object" && test ? test : { $eq: test };
  const found = Object.entries(operations).flatMap(
    ([name, operand]) => /^\$gte?$/.test(name) || (/^\$(eq|exists|ini?)$/.test(name) && operand),
  );
  return found.filter(Boolean);
}

function topicsAt(path: string, test: Json): string[] {
  const found = affirmed(test);
  if (/^(top2?|rising)$/.test(path)) return found.filter((topic) => typeof topic === "string");
  const topic = /^(?:interest|need)\.(.+)/.exec(path)?.[1];
  return topic && found.length > 0 ? [topic] : [];
}

function collect(condition: Json): string[] {
  if (typeof condition !== "object" || !condition) return [];
  return Object.entries(condition).flatMap(([key, value]) => {
    if (key === "$and" || key === "$or") return Object.values(value ?? {}).flatMap(collect);
    return topicsAt(key, value);
  });
}

/**
 * The topics a condition uses in favour of its variant: `interest.<topic>`, `need.<topic>`, and `top`, `top2` and `rising`
 * compared with a topic. Not `bought.<topic>`, and nothing under a negation. They decide whether the variant rests after
 * a purchase or is muted.
 * @param condition one that compiles, which bounds its depth
 * @returns each topic once
 * @example
 * topicsOf(parse("interest.hiking >= 0.4 or rising = climbing")); // ["hiking", "climbing"]
 */
export function topicsOf(condition: Condition): string[] {
  return [...new Set(collect(condition))];
}
