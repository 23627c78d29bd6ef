import { existsSync, readdirSync } from "node:fs";
import { chromium } from "@playwright/test";

/** @param {(string | undefined)[]} places */
const first = (places) => places.find((path) => path && existsSync(path));

/** @returns {string | undefined} path of a Chromium or Chrome on this machine */
export const findChromium = () =>
  first([
    process.env.CHROMIUM,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    chromium.executablePath(),
  ]);

/** @returns {string | undefined} path of a Firefox */
export const findFirefox = () =>
  first([
    process.env.FIREFOX,
    "/usr/bin/firefox-esr",
    "/usr/bin/firefox",
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
  ]);

/**
 * WebKitGTK as Linux distributions have it.
 * @returns {{ browser: string; driver: string; screen: string } | undefined} paths of MiniBrowser, of its driver and of Xvfb
 */
export function findWebKit() {
  const libraries = existsSync("/usr/lib") ? readdirSync("/usr/lib") : [];
  const browser = first(libraries.map((name) => `/usr/lib/${name}/webkit2gtk-4.1/MiniBrowser`));
  const [driver, screen] = [first(["/usr/bin/WebKitWebDriver"]), first(["/usr/bin/Xvfb"])];
  return browser && driver && screen ? { browser, driver, screen } : undefined;
}
