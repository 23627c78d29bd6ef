import { compile, type Condition, type Json } from "../audiences/index.js";
import { factOf } from "./fact.js";
import { constantsIn, isTold, valuesOf } from "./values.js";

/** What is asked of one fact, and its truth for some value of the fact, by the text of the question. */
interface Leaf {
  path: string;
  operand: Json;
}
type Leaves = Map<string, Leaf>;
type Truths = ReadonlyMap<string, boolean>;
/** Undefined while a question that matters is open. */
type Formula = (known: Truths) => boolean | undefined;

/** More than this is not thought through, and counts as possible. */
const mostLeaves = 64;
const mostSteps = 2000;

const all =
  (parts: readonly Formula[]): Formula =>
  (known) => {
    let truth: boolean | undefined = true;
    for (const part of parts) {
      const one = part(known);
      if (one === false) return false;
      if (one === undefined) truth = undefined;
    }
    return truth;
  };

const not =
  (part: Formula): Formula =>
  (known) => {
    const truth = part(known);
    return truth === undefined ? undefined : !truth;
  };

const any = (parts: readonly Formula[]): Formula => not(all(parts.map(not)));

function formulaOf(condition: Json, leaves: Leaves): Formula {
  if (typeof condition !== "object" || !condition) return () => false;
  return all(
    Object.entries(condition).map(([path, operand]) => {
      const parts = (): Formula[] =>
        Array.isArray(operand) ? operand.map((one) => formulaOf(one, leaves)) : [];
      // As in `compile`, an empty list is true.
      if (path === "$and" || (path === "$or" && parts().length === 0)) return all(parts());
      if (path === "$or") return any(parts());
      if (path === "$nor") return not(parts().length > 0 ? any(parts()) : () => true);
      if (path === "$not") return not(formulaOf(operand, leaves));
      const text = JSON.stringify([path, operand]);
      leaves.set(text, { path, operand });
      return (known) => known.get(text);
    }),
  );
}

/** For each fact, the different truths that its questions can have together. */
function choicesOf(leaves: Leaves): Truths[][] {
  const facts = new Map<string, [string, Leaf][]>();
  const choices: Truths[][] = [];
  for (const [text, leaf] of leaves) {
    const fact = factOf(leaf.path);
    if (fact && isTold(fact, leaf.operand))
      facts.set(leaf.path, [...(facts.get(leaf.path) ?? []), [text, leaf]]);
    else choices.push([new Map([[text, true]]), new Map([[text, false]])]);
  }
  return [...choices, ...[...facts].map(([path, asked]) => truthsOf(path, asked))];
}

function truthsOf(path: string, asked: readonly [string, Leaf][]): Truths[] {
  const fact = factOf(path);
  const constants = [...new Set(asked.flatMap(([, { operand }]) => constantsIn(operand)))];
  const tests = asked.map(([text, { operand }]) => [text, compile({ value: operand })] as const);
  const truths = new Map<string, Truths>();
  for (const value of fact ? valuesOf(fact, constants) : []) {
    const row = tests.map(([text, test]) => [text, test({ value })] as const);
    truths.set(row.map(([, truth]) => Number(truth)).join(""), new Map(row));
  }
  return [...truths.values()];
}

function search(formula: Formula, choices: readonly Truths[][]): boolean {
  const known = new Map<string, boolean>();
  let steps = mostSteps;
  const from = (at: number): boolean => {
    const truth = formula(known);
    if (truth !== undefined || steps-- <= 0) return truth ?? true;
    const open = choices[at] ?? [];
    for (const choice of open) {
      for (const [text, value] of choice) known.set(text, value);
      if (from(at + 1)) return true;
    }
    for (const text of open[0]?.keys() ?? []) known.delete(text);
    return false;
  };
  return from(0);
}

/**
 * Whether some visitor, at some time, can meet all of these conditions and none of those. Each fact is tried with values
 * that stand for all it can have, and asked by the evaluator itself; how facts hang together is not known here. So `false`
 * is certain, and `true`, which is also the answer for what is too large to think through, is not.
 * @param some conditions that compile, to be met
 * @param none conditions that compile, not to be met
 * @example
 * canBe([parse("visit.pages < 3 and visit.pages > 5")]) // false: impossible
 * canBe([], [parse("visit.pages < 5 or visit.pages > 3")]) // false: always true
 */
export function canBe(some: readonly Condition[], none: readonly Condition[] = []): boolean {
  const leaves: Leaves = new Map();
  const formula = all([
    ...some.map((one) => formulaOf(one, leaves)),
    ...none.map((one) => not(formulaOf(one, leaves))),
  ]);
  return leaves.size > mostLeaves || search(formula, choicesOf(leaves));
}
