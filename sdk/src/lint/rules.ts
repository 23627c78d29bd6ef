/** An error makes something not work at all; a warning is probably not what was meant; an info is worth knowing. */
export type Severity = "error" | "warning" | "info";

const table = {
  // attributes
  "unknown-attribute": "error",
  "attribute-value": "error",
  "attribute-place": "error",
  // conditions
  "condition-syntax": "error",
  "unknown-fact": "error",
  "unknown-operator": "error",
  "never-true": "error",
  "always-true": "warning",
  "unknown-topic": "warning",
  "topic-alias": "error",
  "unknown-persona": "error",
  "unknown-campaign": "warning",
  "sensitive-topic": "warning",
  // slots and variants
  "ignored-slot": "warning",
  "duplicate-slot": "warning",
  "duplicate-variant": "error",
  "slot-without-variants": "warning",
  "variant-without-name": "error",
  "variant-without-slot": "error",
  "shadowed-variant": "warning",
  "overlapping-variants": "info",
  "test-of-one": "warning",
  "test-conditions": "warning",
  "weight-without-test": "warning",
  "weights-incomplete": "warning",
  "holdout-without-goal": "warning",
  "manifest-slot": "warning",
  "unreached-goal": "warning",
  "why-off": "warning",
  "code-in-variant": "error",
  "image-size": "warning",
  "quiz-fields": "warning",
  // the manifest
  "manifest-syntax": "error",
  "manifest-key": "error",
  "manifest-value": "error",
  "duplicate-topic": "error",
  "parent-cycle": "error",
  "shadowed-persona": "warning",
  "duplicate-campaign": "warning",
} as const;

/** A rule's id; ids are stable. */
export type Rule = keyof typeof table;

/** Every rule, and how bad its findings are. */
export const rules: Readonly<Record<Rule, Severity>> = table;
