import { canBe } from "./can-be.js";
import { schema } from "../slots/schema.js";
import type { AttributeFault } from "./lint-attributes.js";
import type { Markup } from "./markup.js";
import { chooseOf, soundOf, topicsOfVariant, type Slot, type Sound } from "./slot.js";

type VariantFault = AttributeFault & { element: Markup };

const at = ({ element, texts }: Sound): Pick<VariantFault, "element" | "attribute"> => ({
  element,
  ...(texts.when !== undefined && { attribute: schema.when }),
});

/** Whether a variant is withheld only when the later one is too, by cap and topics; fatigue apart. */
function staysAsLongAs(earlier: Sound, later: Sound): boolean {
  const topics = topicsOfVariant(later);
  return !earlier.meant.has(schema.cap) && topicsOfVariant(earlier).every((topic) => topics.includes(topic));
}

const quoted = (variants: readonly Sound[]): string => variants.map(({ name }) => `"${name}"`).join(", ");

/** Variants that an earlier one leaves nothing to, or some, where the first eligible one is shown. */
function* lintOrder(variants: readonly Sound[]): Generator<VariantFault> {
  for (const [index, later] of variants.entries()) {
    const earlier = variants.slice(0, index);
    const lasting = earlier.filter((one) => staysAsLongAs(one, later));
    const conditions = lasting.map(({ condition }) => condition);
    if (!canBe([later.condition], conditions)) {
      const single = lasting.filter(({ condition }) => !canBe([later.condition], [condition]));
      yield {
        ...at(later),
        rule: "shadowed-variant",
        message: `variant "${later.name}" is never shown, but while others rest: ${quoted(single.length > 0 ? single.slice(0, 1) : lasting)} before it always holds too`,
        remedy: "put it first, or ask for less there",
      };
      continue;
    }
    const shared = earlier.find(
      ({ condition }) => canBe([condition, later.condition]) && canBe([condition], [later.condition]),
    );
    if (shared)
      yield {
        ...at(later),
        rule: "overlapping-variants",
        message: `where both hold, "${shared.name}" is shown and "${later.name}" is not`,
        remedy: "the order decides; change it if that is not meant",
      };
  }
}

/** Variants of a test that are not offered to the same visitors. */
function* lintTest(variants: readonly Sound[]): Generator<VariantFault> {
  const [first, ...others] = variants;
  for (const other of others) {
    if (
      !first ||
      !(canBe([first.condition], [other.condition]) || canBe([other.condition], [first.condition]))
    )
      continue;
    yield {
      ...at(other),
      rule: "test-conditions",
      message: `"${first.name}" and "${other.name}" are tested on different visitors, so their results do not compare`,
      remedy: "give all variants of a test the same condition",
    };
  }
}

/** What is wrong with a slot's variants, one beside the other. */
export function lintVariants(slot: Slot): Iterable<VariantFault> {
  const choose = chooseOf(slot);
  if (choose === "first") return lintOrder(soundOf(slot));
  return choose === "test" ? lintTest(soundOf(slot)) : [];
}
