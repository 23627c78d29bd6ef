/** Bytes of a bit map of `cells` cells. */
export const bitmapLength = (cells: number): number => Math.ceil(cells / 8);

/**
 * Whether a cell is in the answered set. Cell i is bit i mod 8 of byte ⌊i / 8⌋, least significant bit first.
 * @example hasCell(new Uint8Array([0b10]), 1) // true
 */
export const hasCell = (bitmap: Uint8Array, cell: number): boolean =>
  (((bitmap[cell >> 3] ?? 0) >> (cell & 7)) & 1) === 1;

/**
 * The cells of an answered set in ascending order: those whose support count an answer raises by one.
 * @example cellsOf(new Uint8Array([0b101])) // [0, 2]
 */
export function cellsOf(bitmap: Uint8Array): number[] {
  const cells: number[] = [];
  for (let cell = 0; cell < bitmap.length * 8; cell++) if (hasCell(bitmap, cell)) cells.push(cell);
  return cells;
}
