/**
 * Parts of a list that fit into one statement: SQLite takes 32,766 parameters, PostgreSQL 65,535. Sizes are powers of
 * two, so that a few prepared statements serve batches of every length.
 */
export function* chunks<T>(list: readonly T[], largest = 256): Generator<readonly T[]> {
  let at = 0;
  for (let size = largest; size > 0; size >>= 1) {
    for (; list.length - at >= size; at += size) yield list.slice(at, at + size);
  }
}
