/** What the benchmarks in a browser share: a bundle of our sources in memory, and the browser. */
import { build } from "esbuild";
import { chromium } from "@playwright/test";
import { findChromium } from "../e2e/browsers.mjs";

/** @returns {Promise<string>} the module at a path below bench/ with all it imports, as minified as what shops load */
export async function bundle(path, format = "iife") {
  const { outputFiles } = await build({
    entryPoints: [new URL(path, import.meta.url).pathname],
    ...{ bundle: true, format, globalName: "bench", minify: true, target: "es2022", write: false },
    define: { "process.env.NODE_ENV": '"production"' },
  });
  return outputFiles[0].text;
}

/** Without these, this Chromium loads pop-up pages of its own into every window. */
const popUps = ["WebUIOmniboxPopup", "WebUIOmniboxFullPopup", "WebUIOmniboxAimPopup"];
const preloads = ["PreloadTopChromeWebUI", "PreloadTopChromeWebUILessNavigations"];

export const launch = () =>
  chromium.launch({
    executablePath: findChromium(),
    args: [`--disable-features=${[...popUps, ...preloads].join()}`, "--disable-background-networking"],
  });

/** Makes `performance.now()` exact to 5 µs: https://web.dev/articles/coop-coep */
export const isolated = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};
