import { build } from "esbuild";
import { chmod, cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
// A test builds into a folder of its own, inside the workspace so that packages are found.
const outdir = process.argv[2] ?? here("../dist");

await mkdir(outdir, { recursive: true });
await build({
  entryPoints: [here("../src/main.ts"), here("../src/count-worker.ts")],
  outdir,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  jsx: "automatic",
  jsxImportSource: "hono/jsx",
  sourcemap: "linked",
  banner: { js: "#!/usr/bin/env node" },
  external: ["@hono/*", "better-sqlite3", "hono", "hono/*", "kysely", "pg", "pino", "prom-client", "valibot"],
  alias: {
    "heimspiel/statistics": here("../../sdk/src/statistics/index.ts"),
    "heimspiel/wire": here("../../sdk/src/wire/index.ts"),
  },
  logLevel: "warning",
});
await cp(here("../src/dashboard/style"), join(outdir, "style"), { recursive: true });
await chmod(join(outdir, "main.js"), 0o755);
