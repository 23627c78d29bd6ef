import { expect, test } from "../support/fixtures.js";
import { accept, address, goHome, viewBoots } from "../support/journey.js";
import { onHome, rewritePages } from "../support/pages.js";

declare global {
  interface Window {
    /** What ran that must not. */
    ran?: string[];
  }
}

const note = (what: string): string => `(window.ran ??= []).push('${what}')`;

/** A variant full of code, shown to whoever likes hiking. */
const hostile = `<section data-heim-slot="hostile"><p>Default</p>
<template data-heim-variant="code" data-heim-when="interest.hiking >= 0.1"><p>Shown</p>
  <script>${note("script")}</script>
  <script src="/assets/missing.js" onload="${note("load")}" onerror="${note("script error")}"></script>
  <img src="/assets/missing.png" onerror="${note("onerror")}" alt="">
  <svg onload="${note("svg")}"><script>${note("svg script")}</script><a href="javascript:${note("svg link")}"><text>x</text></a></svg>
  <iframe srcdoc="<script>parent.${note("srcdoc")}</script>"></iframe>
  <iframe src="javascript:${note("frame")}"></iframe>
  <a id="link" href=" java&#10;script:${note("link")}">Link</a>
  <form action="javascript:${note("form")}"><button id="button" formaction="javascript:${note("button")}">Send</button></form>
  <details open ontoggle="${note("toggle")}"><summary>More</summary></details>
  <input autofocus onfocus="${note("focus")}">
</template></section>`;

for (const policy of ["the shop's policy", "no policy at all"]) {
  test(`a variant full of code runs nothing under ${policy}`, async ({ page, shop }) => {
    const warnings: string[] = [];
    page.on("console", (message) => warnings.push(message.text()));
    await rewritePages(page, onHome(hostile));
    if (policy.startsWith("no"))
      await page.context().route(/\/en\/([^.]*)$/, async (route) => {
        const response = await route.fetch();
        const { "content-security-policy": _, ...headers } = response.headers();
        const body = onHome(hostile)(await response.text());
        await route.fulfill({ response, headers, body });
      });
    await page.goto(address(shop, "/en/", "manual"));
    await accept(page, "manual");
    await viewBoots(page);
    await goHome(page);
    const slot = page.locator("[data-heim-slot=hostile]");
    await expect(slot).toHaveAttribute("data-heim-active", "code");
    await expect(slot.locator("p").first()).toHaveText("Shown");
    await page.locator("#link").click();
    await page.locator("#button").click();
    await page.waitForLoadState("networkidle");
    expect(await page.evaluate(() => window.ran ?? [])).toEqual([]);
    expect(warnings.join("\n")).toMatch(/<script> removed: a variant runs no code/);
  });
}

test("every page of the tests stands under Trusted Types and a strict policy", async ({ page, shop }) => {
  const cmps = ["", "manual", "built-in", "klaro", "c15t", "orejime", "tarteaucitron", "tcf"];
  for (const cmp of cmps) {
    const response = await page.goto(`${shop.url}/en/${cmp && `?cmp=${cmp}`}`);
    const policy = response?.headers()["content-security-policy"] ?? "";
    expect(policy, cmp).toContain("require-trusted-types-for 'script'");
    expect(policy, cmp).not.toMatch(/script-src[^;]*('unsafe-inline'|'unsafe-eval')/);
  }
});
