import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readLines, startCollector } from "./collector.js";

test("reads the address and the set-up link", () => {
  expect(
    readLines([
      "listening http://127.0.0.1:8787",
      "set-up link (works once): http://localhost:8787/setup?token=abc",
    ]),
  ).toEqual({ url: "http://127.0.0.1:8787", dashboard: "http://localhost:8787/setup?token=abc" });
});

test("without a link the dashboard is the collector's own address", () => {
  expect(readLines(["listening http://127.0.0.1:9000/", "ready"])).toEqual({
    url: "http://127.0.0.1:9000",
    dashboard: "http://localhost:9000/",
  });
});

test("says so when no address was printed", () => {
  expect(() => readLines(["hello"])).toThrow("did not say where it listens");
});

test("at later starts the kept token opens the dashboard", () => {
  const lines = ["listening http://127.0.0.1:8787"];
  expect(readLines(lines, "abc").dashboard).toBe("http://localhost:8787/setup?token=abc");
  expect(readLines(lines).dashboard).toBe("http://localhost:8787/");
});

test("starts a program, hears its address and stops it", async () => {
  const program = script(
    `console.log("listening http://127.0.0.1:1"); console.log("http://x/setup?token=1"); setInterval(() => {}, 1000);`,
  );
  const collector = await startCollector({
    program,
    database: "d",
    manifest: "m",
    tokenFile: "none",
    port: 1,
  });
  expect(collector).toMatchObject({ url: "http://127.0.0.1:1", dashboard: "http://x/setup?token=1" });
  collector.stop();
});

test("a program that ends is reported in its own words", async () => {
  const program = script(`console.error("the database is locked"); process.exit(3);`);
  const started = startCollector({ program, database: "d", manifest: "m", tokenFile: "none", port: 1 });
  await expect(started).rejects.toThrow(/code 3[\s\S]*the database is locked/);
});

function script(code: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "almweg-")), "program.mjs");
  writeFileSync(file, code);
  return file;
}
