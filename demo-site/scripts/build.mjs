// Builds the shop: assets, then pages, then the two programs. Everything lands in dist/.
import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = join(root, "dist");
const assets = join(out, "public/assets");
const require = createRequire(import.meta.url);
const cookieconsent = join(dirname(require.resolve("vanilla-cookieconsent/package.json")), "dist");

rmSync(out, { recursive: true, force: true });
mkdirSync(join(assets, "vendor"), { recursive: true });

await build({
  entryPoints: ["shop.css", "banner.css"].map((name) => join(root, "src/styles", name)),
  bundle: true,
  minify: true,
  outdir: assets,
  logLevel: "warning",
});
await build({
  entryPoints: ["shop.ts", "banner.ts"].map((name) => join(root, "src/client", name)),
  bundle: true,
  minify: true,
  sourcemap: true,
  format: "iife",
  target: "es2022",
  outdir: assets,
  logLevel: "warning",
});
for (const name of ["cookieconsent.umd.js", "cookieconsent.css"]) {
  copyFileSync(join(cookieconsent, name), join(assets, "vendor", name));
}
await build({
  entryPoints: ["start.ts", "server.ts", "generate.ts"].map((name) => join(root, "src", name)),
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  packages: "external",
  outdir: out,
  logLevel: "warning",
});

const { generate } = await import(pathToFileURL(join(out, "generate.js")).href);
generate({ out, sdk: join(root, "../sdk/dist") });
console.log("demo-site: built");
