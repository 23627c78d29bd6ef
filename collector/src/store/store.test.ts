import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { startPostgres, type TestPostgres } from "../testing/postgres.js";
import { openDatabase } from "./index.js";
import { storeSuite } from "./store-suite.js";

storeSuite("SQLite", async () => {
  const folder = mkdtempSync(join(tmpdir(), "heimspiel-store-"));
  const db = await openDatabase(join(folder, "deep", "collector.sqlite"));
  return {
    db,
    async close() {
      await db.destroy();
      rmSync(folder, { recursive: true });
    },
  };
});

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres({ durable: false });
}, 60_000);
afterAll(() => postgres.stop());

storeSuite("PostgreSQL", async () => {
  const db = await openDatabase(await postgres.newDatabase());
  return { db, close: () => db.destroy() };
});
