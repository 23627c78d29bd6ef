import { compile, ConditionError, parse, type Condition, type Json } from "../audiences/index.js";
import { tokensOf } from "../audiences/tokens.js";
import { canBe } from "./can-be.js";
import { correct } from "./correct.js";
import type { Fault } from "./finding.js";
import { lintLeaf } from "./lint-leaf.js";
import type { Names } from "./names.js";
import { wordsOf } from "./words.js";

/** A condition that has been read, and what is wrong with it. */
export interface Checked {
  /** Undefined when it cannot be read, or is at fault so that there is no more to be said of it. */
  readonly condition?: Condition;
  readonly faults: readonly Fault[];
}

const isCondition = (value: unknown): value is Condition =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Finds, in the order of the text, where each fact is named. */
function createLocator(source: string): (path: string) => number {
  const isJson = source.trimStart().startsWith("{");
  const tokens = isJson ? [] : tokensOf(source);
  let from = 0;
  return (path) => {
    const at = isJson
      ? source.indexOf(JSON.stringify(path), from)
      : (tokens.find((token) => token.index >= from && token[0] === path)?.index ?? -1);
    if (at >= 0) from = at + 1;
    return Math.max(0, at);
  };
}

/** The conditions that one is joined from; none for a single comparison. */
function partsOf(condition: Condition): Condition[] {
  const entries = Object.entries(condition);
  const [[key, value] = ["", null]] = entries;
  if (entries.length > 1) return entries.map(([name, operand]) => ({ [name]: operand }));
  if (!/^\$(and|or|nor|not)$/.test(key)) return [];
  return [value].flat().filter(isCondition);
}

/** Faults that leave open whether the condition is ever true. */
const isOpen = ({ rule }: Fault): boolean => rule === "unknown-topic" || rule === "unknown-campaign";

function judge(condition: Condition, source: string, names: Names): Fault[] {
  const offsetOf = createLocator(source);
  const faults: Fault[] = [];
  /** Whether what is joined from this can be judged, and where it begins. */
  const visit = (part: Condition): { sound: boolean; offset: number } => {
    const parts = partsOf(part);
    const [[path, operand] = ["$", null]] = Object.entries<Json>(part);
    const visited = parts.map(visit);
    const isLeaf = !path.startsWith("$") && parts.length === 0;
    const offset = isLeaf ? offsetOf(path) : (visited[0]?.offset ?? 0);
    const own = isLeaf
      ? [...lintLeaf(path, operand, names)]
      : // The negation of what is neither never nor always true is so too.
        visited.every(({ sound }) => sound) && (path !== "$not" || parts.length === 0)
        ? constant(part)
        : [];
    faults.push(...own.map((fault) => ({ ...fault, offset })));
    return { sound: visited.every(({ sound }) => sound) && own.every(isOpen), offset };
  };
  visit(condition);
  return faults;
}

/** What is wrong with a condition whose parts are sound each. */
function constant(condition: Condition): Fault[] {
  const words = wordsOf(condition);
  if (!canBe([condition]))
    return [
      { rule: "never-true", message: `"${words}" is never true`, remedy: "its parts contradict each other" },
    ];
  if (!canBe([], [condition]))
    return [{ rule: "always-true", message: `"${words}" is always true`, remedy: "leave it out" }];
  return [];
}

/**
 * Checks a condition: its syntax, its facts and names, and whether it, or a part of it, can never or must always be true.
 * @param source the text as it stands in the page, or a condition in JSON; of any other shape it is a fault
 * @param names what the manifest knows
 * @example
 * lintCondition("interest.a > 0.5 and interest.a < 0.2", names).faults[0]?.rule // "never-true"
 */
export function lintCondition(source: unknown, names: Names): Checked {
  try {
    const condition = typeof source === "string" ? parse(source) : source;
    if (!isCondition(condition)) throw new ConditionError("expected an expression or a JSON object", 0);
    compile(condition);
    const text = typeof source === "string" ? source : JSON.stringify(condition);
    const faults = judge(condition, text, names);
    return { ...(faults.every(isOpen) && { condition }), faults };
  } catch (error) {
    // What `parse` and `compile` refuse is what is looked for.
    if (!(error instanceof ConditionError)) throw error;
    return { faults: [syntax(error, source)] };
  }
}

function syntax({ message, position: offset }: ConditionError, source: unknown): Fault {
  const right = typeof source === "string" ? correct(source) : undefined;
  const remedy = right
    ? `did you mean "${right}"?`
    : "write it like interest.hiking >= 0.4 and not bought.tents";
  return { rule: "condition-syntax", offset, message, remedy };
}
