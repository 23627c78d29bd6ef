import type { Texts } from "../slots/read-texts.js";
import { schema } from "../slots/schema.js";
import { severityOf, type Finding } from "./finding.js";
import { lintAttributes, lintTopics, type AttributeFault, type Read } from "./lint-attributes.js";
import { lintCondition } from "./lint-condition.js";
import { lintPlaces } from "./lint-places.js";
import { lintQuiz } from "./lint-quiz.js";
import { lintSlot } from "./lint-slot.js";
import { lintContent } from "./lint-variant.js";
import { ancestors, attributeOf, descendants, type Markup } from "./markup.js";
import { entryOf, namesIn, type Names } from "./names.js";
import type { Slot } from "./slot.js";

/** What a page is checked against. */
export interface LintOptions {
  /** The parsed manifest, of any shape; without one, names are not checked. */
  readonly manifest?: unknown;
  /** The list of sensitive topics. */
  readonly isSensitive?: (topic: string) => boolean;
}

type Tell = (element: Markup, faults: Iterable<AttributeFault & { element?: Markup }>) => void;

/** What is gathered of a page on the way through it. */
interface Page {
  readonly names: Names;
  readonly tell: Tell;
  readonly slots: Map<Markup, Slot>;
}

/** Whether an element is in a part that the script leaves alone. */
export function isIgnored(element: Markup): boolean {
  for (const at of ancestors(element)) {
    const ignore = attributeOf(at, schema.ignore);
    if (ignore !== undefined && ignore !== "false") return true;
  }
  return false;
}

/** The slot a template belongs to: the nearest around it that is not outside another template. */
function slotAround({ parent }: Markup, slots: Page["slots"]): Slot | undefined {
  for (const at of parent ? ancestors(parent) : []) {
    const slot = slots.get(at);
    if (slot ?? at.tag === "template") return slot;
  }
  return undefined;
}

function* lintTemplate(element: Markup, read: Read, { names, tell, slots }: Page): Generator<AttributeFault> {
  const slot = slotAround(element, slots);
  if (!read.meant.has(schema.variant)) {
    if (slot && (read.meant.has(schema.when) || read.meant.has(schema.weight)))
      yield {
        rule: "variant-without-name",
        message: "this template has no name, so it is no variant",
        remedy: 'add data-heim-variant="…"',
      };
    return;
  }
  if (!slot)
    yield {
      rule: "variant-without-slot",
      attribute: schema.variant,
      message: "this variant is in no slot",
      remedy: 'put it into an element with data-heim-slot="…", not into another template',
    };
  const when = attributeOf(element, schema.when);
  const { condition, faults } =
    when === undefined ? { condition: {}, faults: [] } : lintCondition(when, names);
  yield* faults.map((fault) => ({ ...fault, attribute: schema.when }));
  const name = read.texts.variant ?? "";
  slot?.variants.push({ ...read, element, name, condition });
  tell(element, lintContent(element));
}

function lintElement(element: Markup, page: Page): void {
  const read = lintAttributes(element);
  if (read.meant.size === 0) return;
  const { tag } = element;
  if (isIgnored(element)) {
    if (read.meant.has(schema.slot)) page.tell(element, [ignored]);
    return;
  }
  const isSlot = read.meant.has(schema.slot) && tag !== "template";
  // A template with a condition and no name has a fault of its own.
  const isVariant =
    tag === "template" && (read.meant.has(schema.variant) || !!slotAround(element, page.slots));
  if (isSlot) page.slots.set(element, { ...read, element, variants: [] });
  page.tell(element, [
    ...read.faults,
    ...lintPlaces({ tag, isSlot, isVariant }, read),
    ...(read.texts.topics ? lintTopics(attributeOf(element, schema.topics) ?? "", page.names) : []),
    ...(tag === "template" ? lintTemplate(element, read, page) : []),
  ]);
  const quiz = attributeOf(element, schema.quiz);
  if (tag === "form" && quiz !== undefined && quiz !== "false") page.tell(element, lintQuiz(element));
}

const ignored: AttributeFault = {
  rule: "ignored-slot",
  attribute: schema.slot,
  message: "this slot is in a part with data-heim-ignore: it always shows its default",
  remedy: "take data-heim-ignore away, or move the slot out of it",
};

const duplicate = ({ slot = "" }: Texts): AttributeFault => ({
  rule: "duplicate-slot",
  attribute: schema.slot,
  message: `there are two slots "${slot}" on this page, and their results run together`,
  remedy: "give each its own name",
});

/**
 * Checks the markup of a page: attributes, slots, variants, conditions, goals and quizzes. Never throws.
 * @param root the page's outermost element, or a part of it; a template's children are its content
 * @returns what was found, in no particular order
 * @example
 * lintPage(root, { manifest }).filter(({ severity }) => severity === "error")
 */
export function lintPage(root: Markup, { manifest, isSensitive }: LintOptions = {}): Finding[] {
  const findings: Finding[] = [];
  const tell: Tell = (element, faults) => {
    for (const fault of faults) findings.push({ element, ...fault, ...severityOf(fault) });
  };
  const page: Page = { names: namesIn(manifest, isSensitive), tell, slots: new Map() };
  for (const element of descendants(root)) lintElement(element, page);
  const seen = new Set<string>();
  const entries = entryOf(manifest, "slots");
  for (const [element, slot] of page.slots) {
    const { slot: name } = slot.texts;
    if (name !== undefined && seen.has(name)) tell(element, [duplicate(slot.texts)]);
    seen.add(name ?? "");
    tell(element, lintSlot(slot, entryOf(entries, name ?? "")));
  }
  return findings;
}
