import type { Condition, Json } from "./types.js";

/**
 * The topics a condition uses in favour of its variant: `interest.<topic>`, `need.<topic>`, and `top`, `top2` and `rising`
 * compared with a topic. Not `bought.<topic>`, and nothing under a negation or with an upper bound only. They decide whether the variant rests after
 * a purchase or is muted.
 * @param condition one that compiles, which bounds its depth
 * @returns each topic once
 * @example
 * topicsOf(parse("interest.hiking >= 0.4 or rising = climbing")); // ["hiking", "climbing"]
 */
export function topicsOf(condition: Condition): string[] {
  const topics = new Set<string>();
  let path = "";
  // the replacer serves as a walk: it sees every key with its value, and goes no deeper where it returns undefined
  JSON.stringify(condition, (key, operand: Json) => {
    if (/^\$(n|lt)/.test(key)) return undefined;
    if (/^[^$\d]/.test(key)) path = key;
    const topic = /^(?:interest|need)\.(.+)/.exec(path)?.[1];
    for (const value of [operand].flat()) {
      if (typeof value === "object") continue;
      // "= 0" affirms nothing, "> 0" does
      if (topic && (value || key.startsWith("$gt"))) topics.add(topic);
      if (/^(top2?|rising)$/.test(path) && typeof value === "string") topics.add(value);
    }
    return operand;
  });
  return [...topics];
}
