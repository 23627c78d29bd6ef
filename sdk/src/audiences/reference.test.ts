import fc from "fast-check";
import { expect, test } from "vitest";
import { compile, evaluate, parse, type Facts } from "./index.js";

/** An expression as text, and its meaning by a second, direct interpreter. */
interface Sample {
  text: string;
  holds: (facts: Facts) => boolean;
}

const paths = ["interest.hiking", "bought.boots", "persona", "visit.count", "declared.in", "cart.value"];

const valueAt = (facts: Facts, path: string): unknown =>
  path.split(".").reduce<unknown>((at, name) => (at as Facts | undefined)?.[name], facts);

const absentIsZero = (path: string): boolean => path.startsWith("interest.") || path.startsWith("cart.");

function compares(operator: string, value: unknown, than: unknown, path: string): boolean {
  if (operator === "=") return value === than;
  if (operator === "!=") return value !== than;
  const known = value ?? (absentIsZero(path) ? 0 : undefined);
  if (known === undefined) return false;
  const [a, b] = [known as number, than as number];
  return { "<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b }[operator]!;
}

const path = fc.constantFrom(...paths);
const scalar = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(0.5, 40, true, false, "red", "a b", "not", "5", ""),
);
const written = (value: unknown): string =>
  typeof value === "string" && !/^[a-z]+$/.test(value) ? `'${value}'` : String(value);

const comparison = fc
  .tuple(path, fc.constantFrom("=", "!=", "<", "<=", ">", ">="), scalar, fc.constantFrom("", " "))
  .map(([name, operator, than, space]): Sample => ({
    text: `${name}${space}${operator}${space}${written(than)}`,
    holds: (facts) => compares(operator, valueAt(facts, name), than, name),
  }));

const membership = fc
  .tuple(path, fc.array(scalar, { minLength: 1, maxLength: 3 }))
  .map(([name, list]): Sample => ({
    text: `${name} in (${list.map(written).join(", ")})`,
    holds: (facts) => (list as unknown[]).includes(valueAt(facts, name)),
  }));

const bare = path.map((name): Sample => ({
  text: name,
  holds: (facts) =>
    name.startsWith("bought.") ? valueAt(facts, name) !== undefined : !!valueAt(facts, name),
}));

const { expression } = fc.letrec<{ expression: Sample; atom: Sample; group: Sample }>((tie) => ({
  atom: fc.oneof({ depthSize: "small", withCrossShrink: true }, comparison, membership, bare, tie("group")),
  group: tie("expression").map(({ text, holds }) => ({ text: `(${text})`, holds })),
  expression: fc
    .array(fc.array(fc.tuple(fc.boolean(), tie("atom")), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((terms) => ({
      text: terms
        .map((factors) => factors.map(([no, { text }]) => (no ? `not ${text}` : text)).join(" and "))
        .join(" or "),
      holds: (facts) => terms.some((factors) => factors.every(([no, { holds }]) => holds(facts) !== no)),
    })),
}));

const facts = fc.tuple(...paths.map(() => fc.option(scalar, { nil: undefined }))).map((values) => {
  const built: Record<string, unknown> = {};
  paths.forEach((name, i) => {
    const [room = "", key] = name.split(".");
    if (values[i] === undefined) return;
    if (key === undefined) built[room] = values[i];
    else built[room] = { ...(built[room] as object | undefined), [key]: values[i] };
  });
  return built;
});

test("a parsed expression means what a direct reading of it means", () => {
  fc.assert(
    fc.property(expression, facts, (sample, known) => {
      fc.pre(sample.text.length <= 4000);
      expect([sample.text, evaluate(parse(sample.text), known)]).toEqual([sample.text, sample.holds(known)]);
    }),
    { numRuns: 1000 },
  );
});

test("asking for the facts used changes no result, and names only known facts", () => {
  fc.assert(
    fc.property(expression, facts, (sample, known) => {
      fc.pre(sample.text.length <= 4000);
      const run = compile(parse(sample.text));
      const used: { path: string; value: unknown }[] = [];
      const holds = run(known, used);
      expect(holds).toBe(run(known));
      if (!holds) expect(used).toEqual([]);
      for (const { path: name, value } of used) expect(valueAt(known, name)).toBe(value);
    }),
    { numRuns: 300 },
  );
});
