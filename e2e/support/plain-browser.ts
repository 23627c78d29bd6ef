import { chromium, expect, type BrowserContext, type Page } from "@playwright/test";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "../browsers.mjs";

/**
 * A browser as a visitor has it. The one that Playwright starts never freezes or hides a page (it emulates focus) and has
 * no back/forward cache.
 */
interface PlainBrowser {
  context: BrowserContext;
  stop(): Promise<void>;
}

/** Starts Chromium with a profile folder of its own. */
async function startPlainBrowser(): Promise<PlainBrowser> {
  const folder = mkdtempSync(join(tmpdir(), "heimspiel-browser-"));
  const args = ["--headless=new", "--remote-debugging-port=0", `--user-data-dir=${folder}`];
  args.push("--no-first-run", "--disable-background-networking", "--lang=en-GB");
  if (process.getuid?.() === 0) args.push("--no-sandbox");
  const child = spawn(findChromium() ?? "chromium", [...args, "about:blank"]);
  const ended = once(child, "exit");
  const browser = await chromium.connectOverCDP(await addressOf(child), { noDefaults: true });
  const [context] = browser.contexts();
  if (!context) throw new Error("a browser without its context");
  return {
    context,
    async stop() {
      await (await browser.newBrowserCDPSession()).send("Browser.close");
      await ended;
      // Its helper processes may still be writing.
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    },
  };
}

/** Where the browser can be driven, which it says on its error output. */
function addressOf({ stderr }: ChildProcess): Promise<string> {
  let said = "";
  return new Promise((resolve, reject) => {
    stderr?.on("data", (bytes: Buffer) => {
      said += bytes.toString();
      const [, address] = /listening on (ws:\S+)/.exec(said) ?? [];
      if (address) resolve(address);
    });
    stderr?.on("end", () => reject(new Error(`the browser ended: ${said}`)));
  });
}

/** Runs with a browser that freezes pages and has a back/forward cache; `prepare` sets its context up. */
export async function inPlainBrowser(
  prepare: (context: BrowserContext) => Promise<void>,
  run: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  const { context, stop } = await startPlainBrowser();
  try {
    await prepare(context);
    await run(context.pages()[0] ?? (await context.newPage()), context);
  } finally {
    await stop();
  }
}

/** Playwright's own `goBack` waits for a load event, and a page from the cache has none. */
export async function goBack(page: Page, path: string): Promise<void> {
  await page.evaluate(() => void setTimeout(() => history.back()));
  await expect.poll(() => new URL(page.url()).pathname).toBe(path);
}

declare global {
  interface Window {
    /** What has happened to the page, see `watchLife`. */
    life?: string[];
  }
}

/** Writes down when a page is frozen and resumed, and when a connection of its is asked to close; runs in the page. */
export function watchLife(): void {
  const life: string[] = (window.life = []);
  for (const event of ["freeze", "resume"]) document.addEventListener(event, () => life.push(event));
  const open: IDBFactory["open"] = Reflect.get(IDBFactory.prototype, "open");
  IDBFactory.prototype.open = function (...args) {
    const request = open.apply(this, args);
    const listen = (): void =>
      request.result.addEventListener("versionchange", () => life.push("versionchange"));
    request.addEventListener("success", listen);
    return request;
  };
}

/** Takes a Web Lock and never lets go, as a page does that is frozen with it; runs in the page. */
export function lockForEver(name: string): Promise<void> {
  return new Promise((locked) => {
    void navigator.locks.request(name, () => {
      locked();
      return new Promise(() => undefined);
    });
  });
}
