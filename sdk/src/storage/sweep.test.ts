import { expect, test, vi } from "vitest";
import { sweep } from "./sweep.js";

test.each([
  ["an empty one that a look has left", { name: "heimspiel", version: 0 }, ["heimspiel"]],
  ["a database in use", { name: "heimspiel", version: 1 }, []],
  ["the shop's own", { name: "cart", version: 0 }, []],
])("%s: deletes %o: %o", async (_what, found, deleted) => {
  const deleteDatabase = vi.fn();
  const databases = (): Promise<IDBDatabaseInfo[]> => Promise.resolve([found]);
  await sweep({ databases, deleteDatabase } as unknown as IDBFactory, "heimspiel");
  expect(deleteDatabase.mock.calls.flat()).toEqual(deleted);
});
