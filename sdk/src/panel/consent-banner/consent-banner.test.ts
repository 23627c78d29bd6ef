import { readdirSync, readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { defineConsentBanner } from "./define-consent-banner.js";
import { sheetFor } from "./style.js";
import { denied, granted, stage, unknown } from "./consent-banner.test-helper.js";

test("it asks while nothing has been chosen, and offers no way back yet", () => {
  const { part } = stage();
  expect(part("banner").hidden).toBe(false);
  expect(part("reopen").hidden).toBe(true);
});

test.each([
  ["a yes", granted],
  ["a no", denied],
  ["a choice for one purpose only", { ...unknown, statistics: "denied" as const }],
])("it does not ask after %s, and leaves a way back", (_, choice) => {
  const { part } = stage(undefined, { choice });
  expect(part("banner").hidden).toBe(true);
  expect(part("reopen").hidden).toBe(false);
});

test.each([
  ["accept", granted],
  ["reject", denied],
])("%s in the banner answers for both purposes and ends the question", (name, choice) => {
  const { part, sets } = stage();
  part(name, "banner").click();
  expect(sets).toEqual([choice]);
  expect(part("banner").hidden).toBe(true);
  expect(part("reopen").hidden).toBe(false);
});

test.each([
  ["accept", granted],
  ["reject", denied],
])("%s in the dialog answers for both purposes and closes it", (name, choice) => {
  const { part, sets, element, dialog } = stage();
  element.open();
  part(name, "dialog").click();
  expect(sets).toEqual([choice]);
  expect(dialog().open).toBe(false);
});

test("it follows choices made elsewhere, and asks again after a reset", () => {
  const { part, change } = stage();
  change(granted);
  expect(part("banner").hidden).toBe(true);
  change(unknown);
  expect(part("banner").hidden).toBe(false);
  expect(part("reopen").hidden).toBe(true);
});

test("it believes the client, not itself: a choice that was not taken leaves the question", () => {
  const { part, sets } = stage(undefined, { deaf: true });
  part("accept", "banner").click();
  expect(sets).toEqual([granted]);
  expect(part("banner").hidden).toBe(false);
});

test("nothing is ticked in the dialog before a choice, and saving it so is a no", () => {
  const { part, all, sets, dialog } = stage();
  part("choose").click();
  expect(dialog().open).toBe(true);
  expect(all("input")).toHaveLength(2);
  expect(all("input:checked")).toHaveLength(0);
  part("save").click();
  expect(sets).toEqual([denied]);
});

test("each purpose is chosen on its own", () => {
  const { part, all, sets } = stage();
  part("choose").click();
  all("input")[1]?.click();
  part("save").click();
  expect(sets).toEqual([{ personalization: "denied", statistics: "granted" }]);
});

test("the dialog opens on the choice as it stands, not on ticks that were never saved", () => {
  const { part, all, element } = stage(undefined, { choice: { ...denied, statistics: "granted" } });
  const ticks = () => all("input").map((box) => (box as HTMLInputElement).checked);
  element.open();
  expect(ticks()).toEqual([false, true]);
  all("input")[0]?.click();
  part("close").click();
  element.open();
  expect(ticks()).toEqual([false, true]);
});

test("closing the dialog chooses nothing", () => {
  const { part, sets, dialog } = stage();
  part("choose").click();
  part("close").click();
  expect(dialog().open).toBe(false);
  expect(sets).toEqual([]);
  expect(part("banner").hidden).toBe(false);
});

test.each(["banner", "dialog"])("Escape in the %s chooses nothing, neither yes nor no", (name) => {
  const { window, part, sets } = stage();
  part("choose").click();
  const key = new window.KeyboardEvent("keydown", { key: "Escape", bubbles: true, composed: true });
  part(name).dispatchEvent(key);
  part(name).dispatchEvent(new window.Event("cancel"));
  expect(sets).toEqual([]);
  expect(part("banner").hidden).toBe(false);
});

test("the first choice to be made has the focus in the dialog", () => {
  const { part, all, element } = stage();
  part("choose").click();
  expect(element.shadowRoot?.activeElement).toBe(all("input")[0]);
});

test("the focus of an answered banner goes to the way back; where the page has it, it stays", () => {
  const { part, element, change } = stage();
  part("reject", "banner").focus();
  part("reject", "banner").click();
  expect(element.shadowRoot?.activeElement).toBe(part("reopen"));
  part("reopen").blur();
  change(unknown);
  change(granted);
  expect(element.shadowRoot?.activeElement ?? null).toBe(null);
});

test("hide-reopen leaves the way back to the shop", () => {
  const { part, element, dialog } = stage("<heim-consent hide-reopen></heim-consent>", { choice: granted });
  expect(part("reopen").hidden).toBe(true);
  element.open();
  expect(dialog().open).toBe(true);
  element.removeAttribute("hide-reopen");
  expect(part("reopen").hidden).toBe(false);
});

test("open() works once, and not outside a page", () => {
  const { dialog, element } = stage();
  const show = vi.spyOn(dialog(), "showModal");
  element.open();
  element.open();
  expect(show).toHaveBeenCalledTimes(1);
  dialog().close();
  element.remove();
  element.open();
  expect(show).toHaveBeenCalledTimes(1);
});

test("taken from the page it listens no more; put back it does again, once", () => {
  const { window, element, part, change, listening } = stage();
  element.remove();
  expect(listening()).toBe(0);
  change(granted);
  window.document.body.append(element);
  expect(listening()).toBe(1);
  expect(part("banner").hidden).toBe(true);
});

test("a second definition, or a name already taken, changes nothing", () => {
  const { window, ports } = stage();
  const first = window.customElements.get("heim-consent");
  expect(() => defineConsentBanner(window, ports)).not.toThrow();
  expect(window.customElements.get("heim-consent")).toBe(first);
});

test("yes and no stand next to each other, alike in everything a style can see", () => {
  const { part } = stage();
  for (const layer of ["banner", "dialog"]) {
    const accept = part("accept", layer);
    const reject = part("reject", layer);
    expect(accept.nextElementSibling).toBe(reject);
    const looks = [accept, reject].map(({ tagName, className, id }) => ({ tagName, className, id }));
    expect(looks[0]).toEqual(looks[1]);
  }
  const source = readFileSync(new URL("style.ts", import.meta.url), "utf8");
  const rules = source.split("\n").filter((line) => /\[part~=(accept|reject)\]/.test(line));
  expect(rules.length).toBeGreaterThan(0);
  for (const rule of rules) {
    expect(rule).toContain("[part~=accept]");
    expect(rule).toContain("[part~=reject]");
  }
});

test("no source of the banner has an HTML sink, an inline style, a cookie or storage", () => {
  const folder = new URL(".", import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.includes("test"));
  expect(files.length).toBeGreaterThan(5);
  for (const name of files) {
    expect(readFileSync(new URL(name, folder), "utf8"), name).not.toMatch(
      /(inner|outer)HTML|insertAdjacent|setHTML|DOMParser|\.style\b|style:|\.cookie|Storage|indexedDB|eval\(/,
    );
  }
});

test("a browser without constructed style sheets shows the banner plainly, and the merchant hears of it", () => {
  const { window } = stage("");
  const log = vi.fn();
  // As in Safari before 16.4: there is the interface, but nobody may construct it.
  Object.defineProperty(window, "CSSStyleSheet", { value: () => undefined });
  expect(sheetFor(window, log)).toEqual([]);
  expect(log).toHaveBeenCalledTimes(1);
});
