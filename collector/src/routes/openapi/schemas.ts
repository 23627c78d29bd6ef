import { limits, patterns } from "heimspiel/wire";
import { refusalStatuses } from "../../ingest/index.js";

type Schema = Readonly<Record<string, unknown>>;
type Name = "Report" | "Result" | "Estimates" | "Model" | "Error";

const text: Schema = { type: "string" };
const number: Schema = { type: "number" };
const whole: Schema = { type: "integer", minimum: 0 };
const date: Schema = { type: "string", format: "date", examples: ["2026-11-22"] };
const named = (pattern: RegExp): Schema => ({ type: "string", pattern: pattern.source });
const listOf = (items: Schema): Schema => ({ type: "array", items });

/** An object with these properties, all of them there but the optional ones. */
function objectOf(properties: Schema, optional: Schema = {}): Schema {
  return { type: "object", required: Object.keys(properties), properties: { ...properties, ...optional } };
}

/** A schema of `components`, by reference. */
export const ref = (name: Name): Schema => ({ $ref: `#/components/schemas/${name}` });

const answer: Schema = {
  ...objectOf(
    {
      q: { ...named(patterns.question), examples: ["slot:home-hero"] },
      cells: { type: "integer", minimum: limits.cellsLeast, maximum: limits.cells },
      hash: { ...named(patterns.hash), description: "hash of the cells' names" },
      eps: {
        ...{ type: "integer", minimum: limits.microEpsilonLeast, maximum: limits.microEpsilon },
        description: "ε in millionths",
      },
      m: { enum: ["ss", "rr"], description: "subset selection, or randomized response on one bit" },
      a: { type: "string", description: "the answered cells as a bit map, base64url without padding" },
    },
    { arm: { enum: [0, 1], description: "with rr only: held out, or offered" } },
  ),
  additionalProperties: false,
};

const report: Schema = {
  ...objectOf(
    {
      v: { const: 1 },
      site: named(patterns.site),
      id: { ...named(patterns.id), description: "new for every report; a retry sends the same bytes" },
      day: { ...whole, description: "days since 1970-01-01 (UTC)" },
      answers: { ...listOf(answer), minItems: 1, maxItems: limits.answers },
    },
    { pad: { ...text, description: "makes all bodies equally long" } },
  ),
  additionalProperties: false,
};

const interval = objectOf({ low: number, high: number });
const told = objectOf({
  ...{ state: { const: "ok" }, share: number, standardError: number, low: number, high: number },
  anytime: { ...interval, description: "holds at every look, however often one looks" },
});
const suppressed = objectOf({ state: { const: "not enough data" } }, { reason: text });
const result: Schema = { oneOf: [told, suppressed], description: "low to high: 95 % interval" };

const resultRef = ref("Result");
const arm = objectOf({ n: whole, goal: resultRef });
const estimates = objectOf(
  {
    ...{ site: text, question: text, hash: text, from: date, to: date, n: whole, epsilon: number },
    ...{ cells: whole, mechanism: { enum: ["ss", "rr"] } },
    estimates: listOf({
      allOf: [objectOf({ cell: whole, name: text, n: whole }), resultRef],
    }),
    versions: listOf(objectOf({ hash: text, n: whole, from: date, to: date })),
  },
  {
    variants: listOf(
      objectOf({ variant: text, seen: resultRef, clicked: resultRef, goal: resultRef, inVisit: resultRef }),
    ),
    late: { ...whole, description: "answers about goals after the visit that are in `goal`" },
    differences: listOf(objectOf({ variant: text, other: text, goal: resultRef })),
    uplift: objectOf({ holdout: arm, offered: arm, difference: resultRef }),
    timeline: objectOf({
      unit: { enum: ["day", "week"] },
      points: listOf(objectOf({ from: date, to: date, n: whole, goals: listOf(resultRef) })),
    }),
    transitions: listOf(objectOf({ bought: text, next: text, weight: resultRef })),
  },
);

const estimatePair: Schema = { type: "array", items: number, minItems: 2, maxItems: 2 };
const byName = (value: Schema): Schema => ({ type: "object", additionalProperties: value });
const model = objectOf({
  ...{ v: { const: 1 }, site: text, day: whole },
  variants: { ...byName(byName(estimatePair)), description: "slot → variant → goal rate, standard error" },
  transitions: {
    ...byName(byName(estimatePair)),
    description: "bought → next topic → weight, standard error",
  },
});

const error = objectOf({
  error: objectOf({ code: { enum: Object.keys(refusalStatuses) }, message: text, place: text }),
});

/** What bodies look like, in JSON Schema 2020-12. */
export const schemas: Readonly<Record<Name, Schema>> = {
  Report: report,
  Result: result,
  Estimates: estimates,
  Model: model,
  Error: error,
};
