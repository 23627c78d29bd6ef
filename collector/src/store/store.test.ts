import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSqlite } from "./index.js";
import { storeSuite } from "./store-suite.js";

storeSuite("SQLite", async () => {
  const folder = mkdtempSync(join(tmpdir(), "heimspiel-store-"));
  const db = await openSqlite(join(folder, "deep", "collector.sqlite"));
  return {
    db,
    async close() {
      await db.destroy();
      rmSync(folder, { recursive: true });
    },
  };
});
