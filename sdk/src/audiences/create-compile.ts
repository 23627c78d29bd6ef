import { lookup } from "./lookup.js";
import { never, type Check, type Compilers, type Operators } from "./operators.js";
import type { Condition, Json, Test, Used } from "./types.js";

/** A compiled condition or one of its parts; `root` is what its paths start from. One that is false leaves `used` alone. */
type Run = (root: unknown, used?: Used[]) => boolean;

const every = (runs: readonly Run[]): Run =>
  runs.length === 1
    ? (runs[0] as Run)
    : (root, used) => {
        const noted = used?.length ?? 0;
        const holds = runs.every((run) => run(root, used));
        if (!holds) used?.splice(noted);
        return holds;
      };

/** An empty list is true, as in GrowthBook. */
const some =
  (runs: readonly Run[]): Run =>
  (root, used) =>
    !runs.length || runs.some((run) => run(root, used));

/** What lies under a negation explains nothing, so it is not noted. */
const not =
  (run: Run): Run =>
  (root) =>
    !run(root);

function leaf(path: string, check: Check): Run {
  const read = lookup(path);
  return (root, used) => {
    try {
      const value = read(root);
      if (!check(value)) return false;
      if (value !== null) used?.push({ path, value });
      return true;
    } catch {
      // a fact that has no text, number or JSON form (no prototype, cyclic) meets no condition
      return false;
    }
  };
}

/**
 * Makes a compiler of conditions that know these operators; any other is never true, as in GrowthBook.
 * @param operationsIn takes an operand apart, a plain value too; by default there are none of these
 */
export function createCompile(
  operators: Operators,
  operationsIn: (operand: Condition) => readonly [name: string, operand: Json][] = Object.entries,
): (condition: Condition) => Test {
  const value = (expected: Json): Check =>
    every(
      operationsIn(expected as Condition).map(
        ([name, operand]) => operators[name]?.(operand, compilers) ?? never,
      ),
    );
  const condition = (part: Json): Run => {
    if (typeof part !== "object" || !part) return never;
    return every(
      Object.entries(part).map(([key, operand]) => {
        const all = (): Run[] => (Array.isArray(operand) ? operand.map(condition) : []);
        if (key === "$and") return every(all());
        if (key === "$or") return some(all());
        if (key === "$nor") return not(some(all()));
        if (key === "$not") return not(condition(operand));
        return leaf(key, value(operand));
      }),
    );
  };
  const compilers: Compilers = { value, condition };
  return condition;
}
