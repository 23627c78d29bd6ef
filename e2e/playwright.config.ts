import { defineConfig } from "@playwright/test";
import { findChromium } from "./chromium.mjs";

const executablePath = findChromium();

export default defineConfig({
  testDir: "tests",
  fullyParallel: true,
  workers: 2,
  forbidOnly: !!process.env["CI"],
  reporter: [["list"]],
  timeout: 60_000,
  use: {
    browserName: "chromium",
    launchOptions: {
      ...(executablePath && { executablePath }),
      // Without these, this Chromium loads pop-up pages of its own into every window.
      args: [
        "--disable-features=WebUIOmniboxPopup,WebUIOmniboxFullPopup,WebUIOmniboxAimPopup,PreloadTopChromeWebUI,PreloadTopChromeWebUILessNavigations",
        "--disable-background-networking",
      ],
    },
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    trace: "retain-on-failure",
  },
});
