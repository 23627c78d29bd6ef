// Builds the shop: assets, then pages, then the two programs. Everything lands in dist/.
import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = join(root, "dist");
const assets = join(out, "public/assets");
const require = createRequire(import.meta.url);

/** The banners' own files, by package: where they lie in it, and where they go below assets/vendor. */
const vendor = {
  "vanilla-cookieconsent": { "dist/cookieconsent.umd.js": "", "dist/cookieconsent.css": "" },
  klaro: { "dist/klaro-no-css.js": "", "dist/klaro.min.css": "" },
  orejime: {
    "dist/orejime-standard-en.js": "",
    "dist/orejime-standard-de.js": "",
    "dist/orejime-standard.css": "",
  },
  tarteaucitronjs: {
    "tarteaucitron.min.js": "tarteaucitron",
    "tarteaucitron.services.min.js": "tarteaucitron",
    "css/tarteaucitron.min.css": "tarteaucitron/css",
    "lang/tarteaucitron.en.min.js": "tarteaucitron/lang",
    "lang/tarteaucitron.de.min.js": "tarteaucitron/lang",
  },
  "@iabtechlabtcf/stub": { "lib/stub.js": "" },
};
const banners = ["vanilla-cookieconsent", "klaro", "c15t", "orejime", "tarteaucitron", "tcf"];
const bannerStyles = ["vanilla-cookieconsent", "klaro", "orejime", "tarteaucitron", "own-banner"];

rmSync(out, { recursive: true, force: true });

await build({
  entryPoints: ["shop", ...bannerStyles.map((name) => `cmps/${name}`)].map((name) =>
    join(root, `src/styles/${name}.css`),
  ),
  outbase: join(root, "src/styles"),
  bundle: true,
  minify: true,
  outdir: assets,
  logLevel: "warning",
});
await build({
  entryPoints: ["shop", ...banners.map((name) => `cmps/${name}`)].map((name) =>
    join(root, `src/client/${name}.ts`),
  ),
  outbase: join(root, "src/client"),
  bundle: true,
  minify: true,
  sourcemap: true,
  format: "iife",
  target: "es2022",
  outdir: assets,
  logLevel: "warning",
});
for (const [name, files] of Object.entries(vendor)) {
  const folder = dirname(require.resolve(`${name}/package.json`));
  for (const [file, to] of Object.entries(files)) {
    mkdirSync(join(assets, "vendor", to), { recursive: true });
    copyFileSync(join(folder, file), join(assets, "vendor", to, basename(file)));
  }
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
