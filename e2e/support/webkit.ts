import { expect } from "@playwright/test";
import { Builder, By, Capabilities, type WebDriver, type WebElement } from "selenium-webdriver";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { freePort } from "../../collector/src/testing/free-port.js";
import { findWebKit } from "../browsers.mjs";

/** WebKitGTK's browser, driven over WebDriver: Playwright drives no WebKit but its own. */
export interface WebKit {
  readonly driver: WebDriver;
  /** Clicks an element once it can be clicked; each further selector looks in the shadow root of what was found before. */
  click(...selectors: [string, ...string[]]): Promise<void>;
  /** Runs a function in the page, and waits for what it promises. */
  evaluate<Result, Argument = undefined>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ): Promise<Result>;
  stop(): Promise<void>;
}

/** Starts it on a screen of its own. */
export async function startWebKit(): Promise<WebKit> {
  const found = findWebKit();
  if (!found) throw new Error("no WebKitGTK on this machine");
  const screen = spawn(found.screen, ["-displayfd", "3", "-screen", "0", "1400x1000x24"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const [display] = (await once(screen.stdio[3] as Readable, "data")) as [Buffer];
  const env = { ...process.env, DISPLAY: `:${display.toString().trim()}` };
  const port = await freePort();
  const server = spawn(found.driver, [`--port=${port}`], { env, stdio: "ignore" });
  const url = `http://127.0.0.1:${port}`;
  await expect
    .poll(() =>
      fetch(`${url}/status`).then(
        ({ ok }) => ok,
        () => false,
      ),
    )
    .toBe(true);
  const driver = await new Builder().usingServer(url).withCapabilities(capabilities(found.browser)).build();
  await driver.manage().window().setRect({ x: 0, y: 0, width: 1280, height: 900 });
  return {
    driver,
    click: (...selectors) =>
      expect(() => find(driver, selectors).then((element) => element.click())).toPass({ timeout: 5000 }),
    evaluate: (run, argument) => driver.executeScript(`return (${run.toString()})(arguments[0])`, argument),
    async stop() {
      await driver.quit();
      for (const child of [server, screen]) await end(child);
    },
  };
}

async function find(driver: WebDriver, [first, ...rest]: [string, ...string[]]): Promise<WebElement> {
  let element: WebElement = await driver.findElement(By.css(first));
  for (const selector of rest) element = await (await element.getShadowRoot()).findElement(By.css(selector));
  return element;
}

function capabilities(binary: string): Capabilities {
  const options = { binary, args: ["--automation"] };
  return new Capabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": options });
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  child.kill();
  await ended;
}
