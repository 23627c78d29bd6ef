import { Migrator, sql, type Kysely, type Migration } from "kysely";
import { isPostgres } from "./postgres.js";
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
  const report = db.schema
    .createTable("report")
    .addColumn("site", "text", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("day", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("report_key", ["site", "id"]);
  // The key is the whole row but its day: a second copy of it in an index would double SQLite's file.
  await (isPostgres(db) ? report : report.modifyEnd(sql`without rowid`)).execute();
  await db.schema.createIndex("report_day").on("report").column("day").execute();
}

async function namesAndRights(db: Kysely<unknown>): Promise<void> {
  // SQLite adds one column a statement.
  for (const [name, type, empty] of [
    ["fixed", "integer", 0],
    ["cells", "text", "{}"],
  ] as const)
    await db.schema
      .alterTable("site")
      .addColumn(name, type, (column) => column.notNull().defaultTo(empty))
      .execute();
  await db.schema.alterTable("token").addColumn("site", "text").execute();
  await db.schema
    .alterTable("token")
    .addColumn("label", "text", (column) => column.notNull().defaultTo(""))
    .execute();
  await db.schema.alterTable("token").addColumn("expires", "integer").execute();
  await sql`update token set expires = day + case scope when 'session' then 30 else 7 end
    where scope in ('session', 'setup')`.execute(db);
}

/**
 * Days first: today's ids lie together, so that a batch writes few pages, and no second index finds old ones.
 */
async function idsByDay(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex("report_day").execute();
  await db.schema.alterTable("report").renameTo("old_report").execute();
  const report = db.schema
    .createTable("report")
    .addColumn("day", "integer", (column) => column.notNull())
    .addColumn("site", "text", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("report_by_day", ["day", "site", "id"]);
  await (isPostgres(db) ? report : report.modifyEnd(sql`without rowid`)).execute();
  await sql`insert into report (day, site, id) select day, site, id from old_report`.execute(db);
  await db.schema.dropTable("old_report").execute();
}

/**
 * Ids before sites, which most of them share, and compared as bytes: no order of a language is needed, which PostgreSQL's default may be
 * (https://www.postgresql.org/docs/current/collation.html).
 */
async function idsFirst(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("report").renameTo("old_report").execute();
  const text = isPostgres(db) ? sql`text collate "C"` : "text";
  const report = db.schema
    .createTable("report")
    .addColumn("day", "integer", (column) => column.notNull())
    .addColumn("id", text, (column) => column.notNull())
    .addColumn("site", text, (column) => column.notNull())
    .addPrimaryKeyConstraint("report_by_id", ["day", "id", "site"]);
  await (isPostgres(db) ? report : report.modifyEnd(sql`without rowid`)).execute();
  await sql`insert into report (day, id, site) select day, id, site from old_report`.execute(db);
  await db.schema.dropTable("old_report").execute();
}

/** All steps from an empty database, in their order. A step that was released is never changed. */
export const migrations: Readonly<Record<string, Migration>> = {
  "0001-sums": { up: first },
  "0002-names-and-rights": { up: namesAndRights },
  "0003-ids-by-day": { up: idsByDay },
  "0004-ids-first": { up: idsFirst },
};

function migratorOf(db: Database): Migrator {
  return new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } });
}

/**
 * Brings the database to the newest schema; does nothing when it is there already. One process at a time does so, the
 * others wait.
 * @throws the database's own error when a step fails; all is then as it was before.
 */
export async function migrate(db: Database): Promise<void> {
  if (isPostgres(db)) return migrateToLatest(db);
  // Kysely locks and groups the steps on PostgreSQL only; SQLite has one connection, so this holds for all of them.
  await sql`begin immediate`.execute(db);
  try {
    await migrateToLatest(db);
    await sql`commit`.execute(db);
  } catch (cause) {
    await sql`rollback`.execute(db);
    throw cause;
  }
}

async function migrateToLatest(db: Database): Promise<void> {
  const { error } = await migratorOf(db).migrateToLatest();
  if (error === undefined) return;
  if (error instanceof Error && /is missing$/.test(error.message))
    throw new Error("the database was made by a newer version of the collector", { cause: error });
  throw error instanceof Error ? error : new Error("migration failed", { cause: error });
}

/** Steps that the database still lacks. @throws as `migrate` does */
export async function pendingMigrations(db: Database): Promise<string[]> {
  const steps = await migratorOf(db).getMigrations();
  return steps.filter((step) => step.executedAt === undefined).map((step) => step.name);
}
