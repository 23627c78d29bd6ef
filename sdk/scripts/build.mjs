/** Builds everything in dist/: the staged scripts for the script tag, and the ES modules for npm. */
import { createHash } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const dist = new URL("../dist/", import.meta.url).pathname;
const src = (path) => new URL(`../src/${path}`, import.meta.url).pathname;
const common = { bundle: true, minify: true, target: "es2022", sourcemap: true, legalComments: "none", logLevel: "warning" };

/** Subresource-integrity value of a built file. */
const integrity = async (name, algorithm = "sha384") =>
  `${algorithm}-${createHash(algorithm)
    .update(await readFile(dist + name))
    .digest("base64")}`;

await rm(dist, { recursive: true, force: true });

// Later stages first: the first stage carries their hashes.
const stages = ["consent", "store", "observe", "report", "panel", "inspector"];
await build({
  ...common,
  format: "esm",
  entryPoints: stages.map((stage) => ({ in: src(`client/${stage}-stage.ts`), out: stage })),
  outdir: dist,
});
const hashes = {};
for (const stage of stages) hashes[stage] = await integrity(`${stage}.js`);

await build({
  ...common,
  format: "iife",
  entryPoints: [{ in: src("script.ts"), out: "heimspiel" }],
  outdir: dist,
  define: { STAGE_INTEGRITY: JSON.stringify(hashes) },
});
// Inlined into pages, so it must not name a source map that the page's address would resolve.
await build({ ...common, format: "iife", sourcemap: "external", entryPoints: [src("boot.ts")], outdir: dist });

await build({
  ...common,
  minify: false,
  format: "esm",
  splitting: true,
  outExtension: { ".js": ".mjs" },
  chunkNames: "chunks/[name]-[hash]",
  entryPoints: [
    { in: src("index.ts"), out: "index" },
    { in: src("audiences/index.ts"), out: "conditions" },
    { in: src("signals/index.ts"), out: "signals" },
    { in: src("interests/index.ts"), out: "interests" },
    { in: src("statistics/index.ts"), out: "statistics" },
    { in: src("wire/index.ts"), out: "wire" },
  ],
  outdir: dist,
});

const names = ["boot", "heimspiel", ...stages].map((name) => `${name}.js`);
const files = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await integrity(name)])));
const inline = (await readFile(`${dist}boot.js`, "utf8")).trim();
const csp = { "boot.js": `sha256-${createHash("sha256").update(inline).digest("base64")}` };
await writeFile(`${dist}integrity.json`, `${JSON.stringify({ files, csp }, null, 2)}\n`);
