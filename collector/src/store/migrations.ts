import { Migrator, sql, type Kysely, type Migration } from "kysely";
import type { Database } from "./schema.js";

async function first(db: Kysely<unknown>): Promise<void> {
  const table = db.schema;
  await table
    .createTable("site")
    .addColumn("name", "text", (column) => column.primaryKey())
    .addColumn("slots", "text", (column) => column.notNull().defaultTo("{}"))
    .addColumn("origins", "text", (column) => column.notNull().defaultTo("[]"))
    .execute();
  await table
    .createTable("question")
    .addColumn("site", "text", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("hash", "text", (column) => column.notNull())
    .addColumn("cells", "integer", (column) => column.notNull())
    .addColumn("epsilon", "integer", (column) => column.notNull())
    .addColumn("mechanism", "text", (column) => column.notNull())
    .addColumn("first_day", "integer", (column) => column.notNull())
    .addColumn("answers", "bigint", (column) => column.notNull())
    .addColumn("lasting", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("question_key", ["site", "name", "hash"])
    .execute();
  await table
    .createTable("token")
    .addColumn("hash", "text", (column) => column.primaryKey())
    .addColumn("scope", "text", (column) => column.notNull())
    .addColumn("day", "integer", (column) => column.notNull())
    .execute();
  await firstSums(db);
}

async function firstSums(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("tally")
    .addColumn("site", "text", (column) => column.notNull())
    .addColumn("question", "text", (column) => column.notNull())
    .addColumn("hash", "text", (column) => column.notNull())
    .addColumn("arm", "integer", (column) => column.notNull())
    .addColumn("day", "integer", (column) => column.notNull())
    .addColumn("cell", "integer", (column) => column.notNull())
    .addColumn("count", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("tally_key", ["site", "question", "hash", "arm", "day", "cell"])
    .execute();
  await db.schema
    .createTable("report")
    .addColumn("site", "text", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("day", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("report_key", ["site", "id"])
    // The key is the whole row but its day: a second copy of it in an index would double the file.
    .modifyEnd(sql`without rowid`)
    .execute();
  await db.schema.createIndex("report_day").on("report").column("day").execute();
}

const migrations: Record<string, Migration> = { "0001-sums": { up: first } };

/**
 * Brings the database to the newest schema; does nothing when it is there already.
 * @throws the database's own error when a step fails; the step is then undone as a whole.
 */
export async function migrate(db: Database): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined)
    throw error instanceof Error ? error : new Error("migration failed", { cause: error });
}
