import { cellsHash } from "heimspiel/wire";

/** Names of a slot question's cells: "none", then for each variant in its order how far a visit got. */
export function slotCells(variants: readonly string[]): string[] {
  return ["none", ...variants.flatMap((name) => [`${name}:seen`, `${name}:clicked`, `${name}:goal`])];
}

/**
 * The names of a question's variants: the operator's where their hash is the one that the devices sent, else numbers.
 * @param numbered what an unknown variant is called, such as (n) => `variant ${n}`
 */
export function variantNames(
  question: { cells: number; hash: string },
  known: readonly string[] | undefined,
  numbered: (number: number) => string,
): string[] {
  if (known && cellsHash(slotCells(known)) === question.hash) return [...known];
  return Array.from({ length: Math.max(0, Math.floor((question.cells - 1) / 3)) }, (_, index) =>
    numbered(index + 1),
  );
}
