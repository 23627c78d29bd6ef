import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile as compileVue } from "@vue/compiler-dom";
import { build, type Plugin } from "esbuild";
import { compile as compileSvelte } from "svelte/compiler";

export type Framework = "react" | "vue" | "svelte";

/** An app, rendered on the server and brought to life in the browser. */
export interface App {
  script: string;
  render(path: string): Promise<string> | string;
}

const folder = new URL(".", import.meta.url).pathname;

/** Vue's templates and Svelte's components, each by its own compiler. */
const compilers = (generate: "client" | "server"): Plugin => ({
  name: "compilers",
  setup({ onLoad }) {
    onLoad({ filter: /\.html$/ }, ({ path }) => ({
      contents: compileVue(readFileSync(path, "utf8"), { mode: "module" }).code,
      loader: "js",
    }));
    onLoad({ filter: /\.svelte$/ }, ({ path }) => ({
      contents: compileSvelte(readFileSync(path, "utf8"), {
        generate,
        dev: generate === "client",
        filename: path,
      }).js.code,
      loader: "js",
    }));
  },
});

/** Builds an app as its developers run it: the frameworks' development builds complain of more. */
export async function bundle(framework: Framework): Promise<App> {
  const entry = (side: string): string =>
    `${folder}${framework}/${side}.${{ react: "jsx", vue: "js", svelte: "js" }[framework]}`;
  const common = {
    bundle: true,
    define: {
      "process.env.NODE_ENV": '"development"',
      __VUE_OPTIONS_API__: "true",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "true",
    },
    jsx: "automatic",
    logLevel: "warning",
  } as const;
  const client = await build({
    ...common,
    entryPoints: [entry("client")],
    plugins: [compilers("client")],
    format: "iife",
    conditions: ["browser", "development"],
    write: false,
  });
  const place = mkdtempSync(join(tmpdir(), "heimspiel-app-"));
  const outfile = join(place, "server.cjs");
  await build({
    ...common,
    entryPoints: [entry("server")],
    plugins: [compilers("server")],
    format: "cjs",
    platform: "node",
    outfile,
  });
  const { render } = createRequire(import.meta.url)(outfile) as Pick<App, "render">;
  rmSync(place, { recursive: true });
  return { script: client.outputFiles[0]?.text ?? "", render };
}
