import { schema } from "../slots/schema.js";
import { didYouMean } from "./did-you-mean.js";
import type { AttributeFault } from "./lint-attributes.js";
import { lintVariants } from "./lint-variants.js";
import type { Markup } from "./markup.js";
import { entryOf, textsIn } from "./names.js";
import { chooseOf, type Slot } from "./slot.js";

type SlotFault = AttributeFault & { element?: Markup };

function* lintWeights(slot: Slot): Generator<SlotFault> {
  const { meant, variants } = slot;
  const choose = chooseOf(slot);
  const weighted = variants.filter((variant) => variant.meant.has(schema.weight));
  if (choose === undefined) return;
  if (choose !== "test") {
    for (const { element } of weighted)
      yield {
        ...{ element, rule: "weight-without-test", attribute: schema.weight },
        message: "a weight counts in a test only",
        remedy: 'add data-heim-choose="test" to the slot, or take the weight away',
      };
    return;
  }
  if (weighted.length > 0 && weighted.length < variants.length)
    yield {
      rule: "weights-incomplete",
      message: "some variants of this test have a weight and some have none, which then get the mean",
      remedy: "give all of them a weight, or none",
    };
  if (variants.filter(({ texts }) => Number(texts.weight ?? 1) > 0).length < 2 && !meant.has(schema.holdout))
    yield {
      rule: "test-of-one",
      attribute: schema.choose,
      message: "this test has nothing to compare",
      remedy: "add a second variant with a weight, or a holdout",
    };
}

/** Where the page and the manifest, which the collector reads, tell different things. */
function* lintEntry({ texts, variants }: Slot, entry: unknown): Generator<SlotFault> {
  const names = textsIn(entryOf(entry, "variants"));
  for (const { element, name } of names.length > 0 ? variants : []) {
    if (name && !names.includes(name))
      yield {
        ...{ element, rule: "manifest-slot", attribute: schema.variant },
        message: `the manifest's slot "${texts.slot ?? ""}" has no variant "${name}", so its results get no name`,
        remedy: didYouMean(name, names, "add it there"),
      };
  }
  const goal = entryOf(entry, "goal");
  if (typeof goal === "string" && texts.goal !== undefined && goal !== texts.goal)
    yield {
      ...{ rule: "manifest-slot", attribute: schema.goal },
      message: `the manifest measures the slot "${texts.slot ?? ""}" on "${goal}"`,
      remedy: "write the same goal in both",
    };
}

/**
 * What is wrong with a slot as a whole.
 * @param entry what the manifest says of it, if anything
 */
export function* lintSlot(slot: Slot, entry: unknown): Generator<SlotFault> {
  const { texts, meant, variants } = slot;
  if (variants.length === 0)
    yield {
      rule: "slot-without-variants",
      message: "this slot has no variants: it always shows its default",
      remedy: "add a <template> with data-heim-variant inside it",
    };
  const seen = new Set<string>();
  for (const { element, name } of variants) {
    if (name && seen.has(name))
      yield {
        ...{ element, rule: "duplicate-variant", attribute: schema.variant },
        message: `variant "${name}" is there twice: only the first counts`,
        remedy: "give each its own name",
      };
    seen.add(name);
  }
  if (Number(texts.holdout) > 0 && !meant.has(schema.goal))
    yield {
      rule: "holdout-without-goal",
      attribute: schema.holdout,
      message: "a holdout costs visitors, and without a goal nothing is learnt from it",
      remedy: 'add data-heim-goal="…" to the slot',
    };
  if (texts.why === "off")
    yield {
      ...{ rule: "why-off", attribute: schema.why },
      message: 'visitors of this slot cannot ask "why am I seeing this?"',
      remedy: "show them what client.explain says in a place of your own, or take the attribute away",
    };
  yield* lintWeights(slot);
  yield* lintEntry(slot, entry);
  yield* lintVariants(slot);
}
