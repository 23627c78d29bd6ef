import { schema } from "../slots/schema.js";
import { severityOf, type Finding } from "./finding.js";
import { lintAttributes, type AttributeFault } from "./lint-attributes.js";
import { isIgnored } from "./lint-page.js";
import { descendants, type Markup } from "./markup.js";

/** The goals on a page. */
export interface Goals {
  /** Goals that slots are measured on, each with what is to be told if no page reaches it. */
  readonly measured: readonly (readonly [goal: string, finding: Finding])[];
  /** Goals that something on the page reaches. */
  readonly reached: readonly string[];
}

const unreached = (element: Markup, goal: string): Finding => {
  const fault: AttributeFault = {
    rule: "unreached-goal",
    attribute: schema.goal,
    message: `no link, button or form on these pages reaches the goal "${goal}"`,
    remedy: `add data-heim-goal="${goal}" to one, or call heimspiel.goal("${goal}")`,
  };
  return { element, ...fault, ...severityOf(fault) };
};

/**
 * The goals on a page. Only where all pages of a shop are known can it be told that nothing reaches one. `purchase` and
 * `checkout` are left out: a purchase in the `dataLayer` reaches them.
 */
export function goalsIn(root: Markup): Goals {
  const measured: [string, Finding][] = [];
  const reached: string[] = [];
  for (const element of descendants(root)) {
    const { texts, meant } = lintAttributes(element);
    const { goal } = texts;
    if (goal === undefined || /^(purchase|checkout)$/.test(goal) || isIgnored(element)) continue;
    if (meant.has(schema.slot)) measured.push([goal, unreached(element, goal)]);
    else reached.push(goal);
  }
  return { measured, reached };
}
