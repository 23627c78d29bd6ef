import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const places = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  chromium.executablePath(),
];

/** @returns {string | undefined} path of a Chromium or Chrome on this machine */
export const findChromium = () => places.find((path) => path && existsSync(path));
