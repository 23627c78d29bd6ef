import { useDatabases } from "../testing/databases.js";
import { openDatabase } from "./index.js";
import { storeSuite } from "./store-suite.js";

for (const [name, newDatabase] of useDatabases().kinds)
  storeSuite(name, async () => {
    const db = await openDatabase(await newDatabase());
    return { db, close: () => db.destroy() };
  });
