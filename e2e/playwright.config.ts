import { defineConfig, type Project } from "@playwright/test";
import { findChromium, findFirefox, findWebKit } from "./browsers.mjs";

const [chromium, firefox] = [findChromium(), findFirefox()];

/** They need no request's body, no download and no Enter key: Playwright has none of these in a Firefox as it is installed. */
const inFirefox = ["arrival", "gpc", "hydration", "journey", "late-slots", "rank", "spa", "strict"];

const projects: Project[] = [
  {
    name: "chromium",
    testIgnore: "webkit.spec.ts",
    use: {
      browserName: "chromium",
      launchOptions: {
        ...(chromium && { executablePath: chromium }),
        // Without these, this Chromium loads pop-up pages of its own into every window.
        args: [
          "--disable-features=WebUIOmniboxPopup,WebUIOmniboxFullPopup,WebUIOmniboxAimPopup,PreloadTopChromeWebUI,PreloadTopChromeWebUILessNavigations",
          "--disable-background-networking",
        ],
      },
    },
  },
];
if (firefox)
  projects.push({
    name: "firefox",
    testMatch: inFirefox.map((name) => `${name}.spec.ts`),
    use: {
      browserName: "firefox",
      // The Firefox that is installed, over WebDriver BiDi; Playwright's own is a patched one.
      channel: "moz-firefox",
      launchOptions: {
        executablePath: firefox,
        // `goBack` waits for a load event, and a page from the back/forward cache has none.
        firefoxUserPrefs: { "browser.sessionhistory.max_total_viewers": 0, "fission.bfcacheInParent": false },
      },
    },
  });
if (findWebKit()) projects.push({ name: "webkit", testMatch: "webkit.spec.ts" });

export default defineConfig({
  testDir: "tests",
  fullyParallel: true,
  workers: 2,
  forbidOnly: !!process.env["CI"],
  reporter: [["list"]],
  timeout: 60_000,
  use: { locale: "en-GB", timezoneId: "Europe/Berlin", trace: "retain-on-failure" },
  projects,
});
