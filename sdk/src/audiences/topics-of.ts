import type { Condition, Json } from "./types.js";

/**
 * What a test on a fact speaks for: the operands of affirming operators that are not falsy (`= 0` affirms nothing), and
 * any lower bound. "<" and the negations speak against.
 */
function affirmed(test: Json): unknown[] {
  const operations = typeof test === "object" && test ? test : { $eq: test };
  const found = Object.entries(operations).flatMap(
    ([name, operand]) => name.startsWith("$gt") || (/^\$(eq|exists|ini?)$/.test(name) && operand),
  );
  return found.filter(Boolean);
}

function collect(condition: Json): unknown[] {
  return Object.entries(condition ?? {}).flatMap(([key, value]): unknown[] => {
    if (key === "$and" || key === "$or") return Object.values(value ?? {}).flatMap((part) => collect(part));
    const path = /^(?:top2?|rising|(?:interest|need)\.(.+))$/.exec(key);
    return path ? affirmed(value).map((operand) => path[1] ?? operand) : [];
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
  return [...new Set(collect(condition))].filter((topic) => typeof topic === "string");
}
