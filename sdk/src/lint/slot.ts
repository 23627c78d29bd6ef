import { topicsOf, type Condition } from "../audiences/index.js";
import { schema } from "../slots/schema.js";
import type { Read } from "./lint-attributes.js";
import type { Markup } from "./markup.js";

/** A variant as it stands in the page. */
export interface Variant extends Read {
  readonly element: Markup;
  /** Empty when it cannot be read. */
  readonly name: string;
  /** What its `data-heim-when` says, or always; undefined when that is at fault. */
  readonly condition: Condition | undefined;
}

/** A slot as it stands in the page. */
export interface Slot extends Read {
  readonly element: Markup;
  readonly variants: Variant[];
}

/** A variant whose condition is in order. */
export type Sound = Variant & { readonly condition: Condition };

/** The variants that count and whose conditions are in order: of two with one name the first counts. */
export const soundOf = ({ variants }: Slot): Sound[] =>
  variants.filter(
    (variant, index): variant is Sound =>
      variant.name !== "" &&
      variant.condition !== undefined &&
      variants.findIndex(({ name }) => name === variant.name) === index,
  );

/** The topics by which a variant rests or is muted. */
export const topicsOfVariant = ({ texts, condition }: Sound): string[] => [
  ...(texts.topics?.replace(/:\S*/g, "").match(/\S+/g) ?? []),
  ...topicsOf(condition),
];

/** How a slot chooses; undefined when that cannot be read. */
export const chooseOf = ({ texts, meant }: Slot): string | undefined =>
  meant.has(schema.choose) ? texts.choose : "first";
