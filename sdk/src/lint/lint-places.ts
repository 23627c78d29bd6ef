import { schema } from "../slots/schema.js";
import type { AttributeFault, Read } from "./lint-attributes.js";

/** What an element is to the script. */
interface Place {
  readonly tag: string;
  readonly isSlot: boolean;
  readonly isVariant: boolean;
}

/** Attributes that belong on some elements only: which, and where they do nothing. */
const places: readonly (readonly [
  attribute: string,
  place: string,
  isOut: (at: Place, meant: Read["meant"]) => boolean,
])[] = [
  ...[schema.when, schema.weight].map(
    (name) => [name, "a <template> with data-heim-variant", ({ isVariant }: Place) => !isVariant] as const,
  ),
  ...[schema.choose, schema.holdout, schema.why].map(
    (name) => [name, "the slot's element", ({ isSlot }: Place) => !isSlot] as const,
  ),
  ...[schema.wait, schema.hydrate].map(
    (name) =>
      [
        name,
        "a slot, a text or a list",
        ({ isSlot }: Place, meant: Read["meant"]) =>
          !isSlot && !meant.has(schema.text) && !meant.has(schema.rank),
      ] as const,
  ),
  [schema.cap, "a slot or a variant", ({ isSlot, isVariant }) => !isSlot && !isVariant],
  [schema.variant, "a <template> in a slot", ({ tag }) => tag !== "template"],
  [schema.slot, "the element around its templates", ({ tag }) => tag === "template"],
  [schema.goal, "the slot, or a link, button or form", ({ isVariant }) => isVariant],
  [schema.quiz, "a <form>", ({ tag }) => tag !== "form"],
];

/** Attributes that do nothing where they stand. */
export const lintPlaces = (at: Place, { meant }: Read): AttributeFault[] =>
  places
    .filter(([attribute, , isOut]) => meant.has(attribute) && isOut(at, meant))
    .map(([attribute, place]) => ({
      rule: "attribute-place",
      attribute,
      message: `${attribute} does nothing on this <${at.tag}>`,
      remedy: `it belongs on ${place}`,
    }));
