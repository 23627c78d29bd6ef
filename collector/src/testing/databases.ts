import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { startPostgres, type TestPostgres } from "./postgres.js";
import { makeFolder } from "./process.js";

/** Where the databases of one test file are. */
export interface TestDatabases {
  /** Both kinds, for `describe.each`: a name, and what gives the path or address of an empty database. */
  readonly kinds: readonly (readonly [name: "SQLite" | "PostgreSQL", newDatabase: () => Promise<string>])[];
  /** A path at which there is nothing yet. */
  newFile(ending: string): string;
  newPostgres(): Promise<string>;
}

/** Starts a PostgreSQL before the tests of the file that calls it, and removes all databases after them. */
export function useDatabases(): TestDatabases {
  let postgres: TestPostgres;
  const folder = makeFolder();
  beforeAll(async () => {
    postgres = await startPostgres({ durable: false });
  }, 60_000);
  afterAll(async () => {
    await postgres.stop();
    folder.remove();
  });
  let files = 0;
  const newFile = (ending: string): string => join(folder.path, `${++files}.${ending}`);
  const newPostgres = (): Promise<string> => postgres.newDatabase();
  return {
    ...{ newFile, newPostgres },
    kinds: [
      ["SQLite", () => Promise.resolve(newFile("sqlite"))],
      ["PostgreSQL", newPostgres],
    ],
  };
}
