import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "@playwright/test";
import { findChromium } from "../browsers.mjs";

/**
 * Opens an address in a Chromium that nobody drives, while `run` lasts. One that is driven holds every page it prerenders
 * until its driver has had a look, which Playwright never takes.
 */
export async function inUndrivenBrowser(url: string, run: () => Promise<void>): Promise<void> {
  // Among the test's results, which the next run deletes: now its helper processes may still be writing.
  const folder = test.info().outputPath("browser");
  const args = ["--headless=new", `--user-data-dir=${folder}`, "--no-first-run"];
  // Not "--disable-background-networking", which every other test has: it would switch prerendering off.
  args.push("--lang=en-GB");
  if (process.getuid?.() === 0) args.push("--no-sandbox");
  const child = spawn(findChromium() ?? "chromium", [...args, url], { stdio: "ignore" });
  const ended = once(child, "exit");
  try {
    await run();
  } finally {
    child.kill();
    await ended;
  }
}
