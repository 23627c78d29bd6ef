import { sql, type AliasedRawBuilder } from "kysely";
import { isPostgres } from "./postgres.js";
import type { Database } from "./schema.js";

/** The columns of a row, in PostgreSQL's types. */
export type Columns<Row> = Readonly<Record<keyof Row & string, "text" | "integer" | "bigint">>;

/**
 * Rows as a table "r" to select from, given as one list a column, for SQLite as one JSON text: one statement serves batches of
 * every length, and both databases read that faster than thousands of parameters.
 */
export function rowsOf<Row extends object>(
  db: Database,
  rows: readonly Row[],
  types: Columns<Row>,
): AliasedRawBuilder<Row, "r"> {
  const columns = Object.entries<string>(types) as [keyof Row & string, string][];
  if (isPostgres(db)) {
    const lists = columns.map(([name, type]) => sql`${rows.map((row) => row[name])}::${sql.raw(type)}[]`);
    const names = columns.map(([name]) => sql.ref(name));
    return sql<Row>`unnest(${sql.join(lists)})`.as<"r">(sql`r(${sql.join(names)})`);
  }
  const read = columns.map(([name]) => sql`value ->> ${sql.lit(name)} as ${sql.ref(name)}`);
  return sql<Row>`(select ${sql.join(read)} from json_each(${JSON.stringify(rows)}))`.as("r");
}
