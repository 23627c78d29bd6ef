import { slotCells } from "heimspiel/statistics";
import { cellsHash } from "heimspiel/wire";

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
