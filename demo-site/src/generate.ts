import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { products } from "./catalogue/index.js";
import { cmpIds, defaultCmp, type Cmp } from "./cmps.js";
import { drawProduct, scenery } from "./drawings/index.js";
import { contentSecurityPolicy, cspHash } from "./headers.js";
import { createManifest } from "./manifest.js";
import { createContext, pathOf, render, routes, type Sdk } from "./pages/index.js";

/** Where the build reads and writes: `out` is dist, `sdk` the SDK's dist. */
export interface Folders {
  readonly out: string;
  readonly sdk: string;
}

/** Writes every picture, page, the manifest and the policies. The bundled assets have to be there already. */
export function generate({ out, sdk: sdkFolder }: Folders): void {
  const sdk = readSdk(sdkFolder);
  const assets = join(out, "public/assets");
  for (const product of products) write(join(assets, "img", `${product.id}.svg`), drawProduct(product));
  for (const [name, svg] of Object.entries(scenery())) write(join(assets, "img", `${name}.svg`), svg);
  for (const cmp of cmpIds) writePages(out, cmp, sdk);
  write(join(out, "public/heimspiel.json"), JSON.stringify(createManifest(), null, 1));
  const csp = Object.fromEntries(cmpIds.map((cmp) => [cmp, contentSecurityPolicy(cmp, sdk.boot)]));
  write(join(out, "policies.json"), JSON.stringify(csp, null, 1));
}

function writePages(out: string, cmp: Cmp, sdk: Sdk): void {
  const folder = join(out, cmp === defaultCmp ? "public" : join("modes", cmp));
  const version = (file: string): string => hashOf(join(out, "public/assets", file));
  for (const language of ["en", "de"] as const) {
    const context = createContext(language, cmp, { sdk, version });
    for (const route of routes)
      write(join(folder, pathOf(language, route), "index.html"), render(context, route));
  }
}

/** Reads boot.js and the integrity values; a hash that does not fit is said aloud, because boot.js would not run. */
function readSdk(folder: string): Sdk {
  const bootFile = join(folder, "boot.js");
  const integrityFile = join(folder, "integrity.json");
  if (!existsSync(bootFile) || !existsSync(integrityFile)) {
    console.warn("demo-site: the SDK is not built yet; pages are written without boot.js and integrity.");
    return {};
  }
  // Trimmed as the SDK's build does before it hashes: the text between the tags has to match to the byte.
  const boot = readFileSync(bootFile, "utf8").trim();
  const { files, csp } = JSON.parse(readFileSync(integrityFile, "utf8")) as Integrity;
  if (csp?.["boot.js"] !== undefined && csp["boot.js"] !== cspHash(boot)) {
    console.warn(
      "demo-site: integrity.json has another hash of boot.js than its text; the text's own is used.",
    );
  }
  const integrity = files?.["heimspiel.js"];
  return integrity === undefined ? { boot } : { boot, integrity };
}

interface Integrity {
  readonly files?: Readonly<Record<string, string>>;
  readonly csp?: Readonly<Record<string, string>>;
}

function hashOf(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 8);
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
