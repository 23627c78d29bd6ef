/** Finds a Chromium, or installs one; prints nothing when there is one. See README "Tests". */
import { spawnSync } from "node:child_process";
import { findChromium } from "./browsers.mjs";

const run = (command, ...args) => spawnSync(command, args, { stdio: "inherit" }).status === 0;
const isRoot = process.getuid?.() === 0;

const found =
  findChromium() ??
  (run("npx", "playwright", "install", "chromium") && findChromium()) ??
  (isRoot && run("apt-get", "update") && run("apt-get", "install", "-y", "chromium") && findChromium());

if (!found) {
  console.error("No Chromium found: install Chromium or Google Chrome, or set CHROMIUM to its path.");
  process.exit(1);
}
