/** Builds everything in dist/: the staged scripts for the script tag, and the ES modules and types' entries for npm. */
import { createHash } from "node:crypto";
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { build } from "esbuild";
import { minify } from "terser";

const dist = new URL("../dist/", import.meta.url).pathname;
const src = (path) => new URL(`../src/${path}`, import.meta.url).pathname;
const common = { bundle: true, target: "es2022", legalComments: "none", logLevel: "warning" };

const digest = (algorithm, bytes) => `${algorithm}-${createHash(algorithm).update(bytes).digest("base64")}`;

/** Subresource-integrity value of a built file; the shortest algorithm there is for what is written into another file. */
const integrity = async (name, algorithm = "sha384") => digest(algorithm, await readFile(dist + name));

/**
 * One minified script. esbuild bundles; terser, slower, leaves about a twentieth less: every byte is paid for by a shop.
 * `named` points the script to its source map, in a comment.
 */
async function script(entry, name, { define = {}, format = "esm", named = true, hint = "" } = {}) {
  // Names are left to terser, which finds shorter ones.
  const bundle = { ...common, minifySyntax: true, sourcemap: "external", format, define };
  const { outputFiles } = await build({
    ...bundle,
    entryPoints: [src(entry)],
    outfile: dist + name,
    write: false,
  });
  const text = (ending) => outputFiles.find(({ path }) => path.endsWith(ending)).text;
  const { code, map } = await minify(text(".js"), {
    ecma: 2022,
    module: true,
    compress: {
      passes: 6,
      pure_getters: true,
      unsafe_arrows: true,
      if_return: false,
      lhs_constants: false,
      unsafe: true,
    },
    format: { wrap_func_args: false },
    sourceMap: { content: text(".map"), filename: name, ...(named && { url: `${basename(name)}.map` }) },
  });
  await writeFile(dist + name, hint + code.trim());
  await writeFile(`${dist}${name}.map`, map);
}

/** The licences of the packages among some files, which are to be passed on with their code. */
async function notices(files) {
  const folders = new Set(files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []));
  const texts = [...folders].map(async (folder) => {
    const { name, version, license } = JSON.parse(await readFile(`${folder}/package.json`, "utf8"));
    const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
    return `${name} ${version} (${license})\n\n${file ? await readFile(`${folder}/${file}`, "utf8") : ""}`;
  });
  return `${(await Promise.all(texts)).join("\n---\n\n")}\n`;
}

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });

// Later stages first: each one carries the hashes of those it loads.
const stages = [
  ...["consent", "consent-more", "consent-ui", "manifest", "store"],
  ...[
    "observe",
    "learn",
    "signals-more",
    "visitor",
    "model",
    "report",
    "panel",
    "why",
    "preferences",
    "exchange",
    "recap",
    "inspector",
    "inspect",
    "lint",
  ],
];
const hashes = {};
for (const stage of stages) {
  await script(`client/${stage}-stage.ts`, `${stage}.js`);
  hashes[stage] = await integrity(`${stage}.js`, "sha256");
}
await script("client/client-stage.ts", "client.js", { define: { STAGE_INTEGRITY: JSON.stringify(hashes) } });
await script("client/more-stage.ts", "more.js");
const define = {
  BRIEF: "true",
  CLIENT_INTEGRITY: JSON.stringify(await integrity("client.js", "sha256")),
  MORE_INTEGRITY: JSON.stringify(await integrity("more.js", "sha256")),
};
// Before first paint a comment costs too: a server can name the map in a SourceMap header instead.
// All of it runs before the variants are painted: compiled in one go, off the main thread, it is kept in the browser's code cache.
// https://v8.dev/blog/explicit-compile-hints
const hint = "//# allFunctionsCalledOnLoad\n";
await script("script.ts", "heimspiel.js", { define, format: "iife", named: false, hint });
await script("boot.ts", "boot.js", { format: "iife", named: false });

await build({
  ...common,
  format: "esm",
  splitting: true,
  sourcemap: true,
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

// The linter for the command line, with all it needs: `npm install heimspiel` brings none of that.
const { metafile } = await build({
  ...common,
  format: "esm",
  platform: "node",
  target: "node20",
  mainFields: ["module", "main"],
  minify: true,
  metafile: true,
  entryPoints: [src("check/main.ts")],
  outfile: `${dist}cli.mjs`,
});
await writeFile(`${dist}cli-notices.txt`, await notices(Object.keys(metafile.inputs)));
await build({ ...common, minify: true, entryPoints: [src("quiz.css")], outfile: `${dist}quiz.css` });
await copyFile(src("lint/manifest.schema.json"), `${dist}manifest.schema.json`);

// The npm entry by the name that needs no knowledge of extensions.
await writeFile(`${dist}index.js`, 'export * from "./index.mjs";\n');

const names = ["boot", "heimspiel", "more", "client", ...stages].map((name) => `${name}.js`);
const files = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await integrity(name)])));
const csp = { "boot.js": digest("sha256", await readFile(`${dist}boot.js`)) };
await writeFile(`${dist}integrity.json`, `${JSON.stringify({ files, csp }, null, 2)}\n`);
