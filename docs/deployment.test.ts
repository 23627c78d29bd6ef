import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readFlags } from "../collector/src/cli/flags.js";
import { help } from "../collector/src/cli/help.js";
import { refusalStatuses } from "../collector/src/ingest/index.js";
import { createMetrics, openapi } from "../collector/src/routes/index.js";
import { openDatabase } from "../collector/src/store/index.js";
import { blocksOf, codeIn, root, rowsUnder, textOf } from "./read-docs.js";

const guides = ["docs/collector.md", "docs/deployment.md"].map(textOf).join("\n");
const scriptsOf = (file: string): string[] =>
  Object.keys(
    (JSON.parse(readFileSync(join(root, file), "utf8")) as { scripts: Record<string, string> }).scripts,
  );
const bin = "collector/dist/main.js";

function onlyBlock(language: string): string {
  const blocks = blocksOf(language).filter(({ file }) => file === "docs/deployment.md");
  expect(blocks).toHaveLength(1);
  return blocks[0]!.code;
}

test("every command line of the guides is one that the collector takes", () => {
  const shell = blocksOf("sh").map(({ code }) => code);
  const started =
    [...shell, onlyBlock("ini")].join("\n").match(/(?:heimspiel-collector|main\.js) .+$/gm) ?? [];
  const lines = started.map((line) => line.split(" ").slice(1));
  expect(lines.length).toBeGreaterThan(2);
  for (const args of lines) {
    // systemd puts the port where %i is.
    const flags = readFlags(args.map((arg) => arg.replace("%i", "8787")));
    expect(help).toContain(`  ${flags.verb} `);
  }
});

test("the container's command is one, and what it builds with is there", () => {
  const file = onlyBlock("dockerfile");
  const listOf = (word: string): string[] =>
    JSON.parse(new RegExp(`^${word} (\\[.*\\])$`, "m").exec(file)?.[1] ?? "[]") as string[];
  expect(listOf("ENTRYPOINT")).toEqual(["node", "--max-semi-space-size=64", bin]);
  expect(readFlags(listOf("CMD"))).toMatchObject({ verb: "serve", host: "0.0.0.0", trustProxy: true });
  for (const [, workspace = ""] of file.matchAll(/npm run build --workspace (\w+)/g)) {
    expect(scriptsOf(`${workspace}/package.json`)).toContain("build");
  }
  expect(existsSync(join(root, "collector/scripts/build.mjs"))).toBe(true);
  const { bin: names } = JSON.parse(readFileSync(join(root, "collector/package.json"), "utf8")) as {
    bin: Record<string, string>;
  };
  expect(`collector/${names["heimspiel-collector"]}`).toBe(bin);
});

test("the container's health check tells a server that is ready from one that is not", () => {
  const [, code = ""] = /HEALTHCHECK CMD \["node", "-e", "(.*)"\]/.exec(onlyBlock("dockerfile")) ?? [];
  const run = (ok: boolean | undefined): Promise<number> =>
    new Promise((resolve) => {
      const answer = ok === undefined ? Promise.reject(new Error("refused")) : Promise.resolve({ ok });
      const fetch = (url: string): Promise<{ ok: boolean }> => {
        expect(url).toBe("http://127.0.0.1:8787/readyz");
        return answer;
      };
      // The same text that the container runs, with a server and a process of ours.
      // eslint-disable-next-line @typescript-eslint/no-implied-eval
      const check = new Function("fetch", "process", code) as (...ports: unknown[]) => void;
      check(fetch, { exit: resolve });
    });
  return expect(Promise.all([run(true), run(false), run(undefined)])).resolves.toEqual([0, 1, 1]);
});

test("every flag of the help is documented, and no other", () => {
  const flagsIn = (text: string): Set<string> => new Set(text.match(/--[a-z][a-z-]+/g));
  const documented = rowsUnder("flag of `serve`").concat(rowsUnder("flag of others"));
  const named = flagsIn(documented.map(([flag = ""]) => flag).join(" ")).add("--database");
  expect([...named].sort()).toEqual([...flagsIn(help)].sort());
});

test("every refusal is documented under its status, and every path of the description", () => {
  const documented = Object.fromEntries(
    rowsUnder("status").flatMap(([status, codes = ""]) =>
      codeIn(codes)
        .filter((code) => Object.hasOwn(refusalStatuses, code))
        .map((code) => [code, Number(status)]),
    ),
  );
  expect(documented).toEqual(refusalStatuses);
  for (const path of Object.keys(openapi["paths"] as object)) expect(guides).toContain(path);
});

test("the metrics to look at are there", async () => {
  const text = await createMetrics().read(0);
  const named = rowsUnder("metric").flatMap(([name = ""]) => codeIn(name));
  expect(named.length).toBeGreaterThan(3);
  for (const name of named) expect(text).toContain(`# TYPE ${name} `);
});

test("every table is documented, and split by a column that it has", async () => {
  const db = await openDatabase(":memory:");
  const tables = (await db.introspection.getTables()).map(({ name }) => name).sort();
  await db.destroy();
  const documented = rowsUnder("table").map(([name = ""]) => codeIn(name)[0]);
  expect(documented.sort()).toEqual(tables);
  const split = [...onlyBlock("sql").matchAll(/_table\('(\w+)'/g)].map(([, name]) => name);
  expect(split.sort()).toEqual(tables);
});
