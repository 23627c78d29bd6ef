import { expect, test } from "vitest";
import { Failure } from "./failure.js";
import { readFlags } from "./flags.js";

test("defaults are those of one small machine", () => {
  expect(readFlags(["serve"])).toMatchObject({
    ...{ verb: "serve", port: 8787, host: "127.0.0.1", database: ".heimspiel/collector.sqlite" },
    ...{ origins: [], limit: undefined, trustProxy: false },
  });
});

test("the database is what the flag says, else the environment, else a file", () => {
  const env = { DATABASE_URL: "postgres://db/x" };
  expect(readFlags(["serve"], env).database).toBe("postgres://db/x");
  expect(readFlags(["serve", "--database", "x.sqlite"], env).database).toBe("x.sqlite");
  expect(readFlags(["serve"], { DATABASE_URL: "" }).database).toBe(".heimspiel/collector.sqlite");
});

test("a share link has 30 days unless told otherwise, an API token no end", () => {
  expect(readFlags(["token", "--share", "outdoor"]).token).toMatchObject({ share: "outdoor", days: 30 });
  expect(readFlags(["token", "--share", "outdoor", "--days", "1"]).token.days).toBe(1);
  expect(readFlags(["token"]).token.days).toBeUndefined();
});

test("flags and names are read", () => {
  const flags = readFlags([
    "site",
    "outdoor",
    "--origin",
    "https://a.example",
    "--origin",
    "http://localhost:8080",
  ]);
  expect(flags).toMatchObject({
    verb: "site",
    name: "outdoor",
    origins: ["https://a.example", "http://localhost:8080"],
  });
  expect(readFlags(["serve", "--limit", "0", "--port=0"])).toMatchObject({ limit: 0, port: 0 });
});

test.each([
  [["serve", "--port", "65536"]],
  [["serve", "--port", "-1"]],
  [["serve", "--limit", "few"]],
  [["serve", "--colour", "blue"]],
  [["site", "x", "--origin", "https://a.example/path"]],
  [["site", "x", "--origin", "*"]],
  [["site", "x", "--questions", "some"]],
  [["token", "--days", "0"]],
  [["export", "--format", "xml"]],
])("%j is refused", (args) => {
  expect(() => readFlags(args)).toThrow(Failure);
});
