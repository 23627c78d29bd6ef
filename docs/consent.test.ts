// @vitest-environment happy-dom
import { runInNewContext } from "node:vm";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { categoryReader } from "../sdk/src/consent/adapters/categories.js";
import { defaultPurposes } from "../sdk/src/consent/adapters/index.js";
import { firstAdapters } from "../sdk/src/consent/adapters/first-adapters.js";
import { moreAdapters } from "../sdk/src/consent/adapters/more-adapters.js";
import { createConsent, createEar, type Choice } from "../sdk/src/consent/index.js";
import type { Core } from "../sdk/src/client/core.js";
import type { Client, ClientConsent } from "../sdk/src/client/public.js";
import { adoptQueue } from "../sdk/src/client/queue.js";
import { receiptOf } from "../sdk/src/client/receipt.js";
import type { ConsentEntry } from "../sdk/src/client/manifest.js";
import { style } from "../sdk/src/panel/consent-banner/style.js";
import { defineConsentBanner } from "../sdk/src/panel/index.js";
import { blocksOf, codeIn, page, rowsUnder, textOf } from "./read-docs.js";

const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();
const log = vi.fn();
const ids = (() => {
  const ports = { window, log };
  return [...firstAdapters(ports, "google-consent-mode"), ...moreAdapters(ports)].map(({ id }) => id);
})();

test("every banner is in the table, and no other", () => {
  const written = rowsUnder("banner").map(([, id = ""]) => codeIn(id)[0] ?? "");
  expect(sorted(written)).toEqual(sorted(ids));
  expect(written).toHaveLength(ids.length);
});

test("what is called tested with a real package is the version the demo shop runs with", () => {
  const { dependencies } = JSON.parse(textOf("demo-site/package.json")) as {
    dependencies: Record<string, string>;
  };
  const tested = rowsUnder("banner").map((row) => row.at(-1) ?? "");
  const real = tested.filter((cell) => cell !== "contract fake");
  expect(real.length).toBeGreaterThan(5);
  for (const cell of real) {
    const [, name = "", version] = /^real: `(.+)` ([\d.]+)$/.exec(cell) ?? [];
    expect(dependencies[name], cell).toBe(version);
  }
});

test("the common names are those of the code", () => {
  const written = rowsUnder("purpose").map(([purpose = "", names = ""]) => [
    codeIn(purpose)[0],
    codeIn(names),
  ]);
  expect(Object.fromEntries(written)).toEqual(defaultPurposes);
});

test("the values of data-consent are known", () => {
  const values = rowsUnder("value").flatMap(([cell = ""]) => codeIn(cell));
  expect(["auto", "manual", "strict", ...ids]).toEqual(expect.arrayContaining(values));
});

const maps = blocksOf("json").flatMap(({ code }) => {
  const { consent } = JSON.parse(code) as { consent?: ConsentEntry };
  return consent?.purposes ? [consent.purposes] : [];
});
test.each(maps)("the map %j gives both purposes a category", (map) => {
  const read = categoryReader("banner", map, log);
  const categories = Object.values(map).flat();
  expect(read(categories, () => true)).toEqual({ personalization: "granted", statistics: "granted" });
});

const ofConsent = { get: 1, set: 1, on: 1, withdraw: 1, record: 1 } satisfies Record<keyof ClientConsent, 1>;
const ofClient = {
  ...{ consent: 1, signal: 1, goal: 1, declare: 1, context: 1, explain: 1, describe: 1, export: 1 },
  ...{ erase: 1, refresh: 1, stop: 1, on: 1 },
  ...{ sent: 1, adjust: 1, rest: 1, intensity: 1 },
} satisfies Record<keyof Client, 1>;

/**
 * Runs an example as a page does: before the script has loaded, then with a client that has the real one's names and no
 * other; every button is clicked. Returns what was asked of the client.
 */
function run(code: string): unknown[] {
  const calls: unknown[] = [];
  const noting = (names: object, place = ""): object =>
    Object.fromEntries(
      Object.keys(names).map((name) => [name, (...args: unknown[]) => calls.push([place + name, ...args])]),
    );
  const client = { ...noting(ofClient), consent: noting(ofConsent, "consent.") } as Client;
  const failed = vi.fn();
  const shop: { heimspiel?: unknown } = {};
  runInNewContext(code, { window: shop, document, console });
  shop.heimspiel = adoptQueue(client, shop.heimspiel, failed);
  const detail = { comfort: true, measuring: false };
  document.dispatchEvent(new CustomEvent("shop-consent", { detail }));
  for (const button of document.querySelectorAll("button")) button.click();
  expect(failed).not.toHaveBeenCalled();
  return calls;
}

/** The example with this in it. */
function example(language: string, text: string): string {
  const found = blocksOf(language).filter(({ code }) => code.includes(text));
  expect(found, text).not.toEqual([]);
  return found[0]?.code ?? "";
}

describe("the built-in banner", () => {
  const opened = vi.fn();
  let element: HTMLElement;
  beforeAll(() => {
    const choice: Choice = { personalization: "unknown", statistics: "unknown" };
    defineConsentBanner(window, {
      get: () => choice,
      set: () => undefined,
      on: () => () => undefined,
      log,
    });
    document.body.append(...page(example("html", "privacy-choice")).children);
    element = document.querySelector("heim-consent") as HTMLElement;
    Object.assign(element, { open: opened });
  });

  const parts = (): string[] =>
    sorted(
      [...(element.shadowRoot?.querySelectorAll("[part]") ?? [])].flatMap((part) =>
        (part.getAttribute("part") ?? "").split(" "),
      ),
    );
  const variables = sorted(style.match(/--heim-[a-z-]+/g) ?? []);

  test("its attributes are those of the code, in the example too", () => {
    const { observedAttributes } = customElements.get("heim-consent") as unknown as {
      observedAttributes: string[];
    };
    const written = rowsUnder("attribute of `<heim-consent>`").flatMap(([cell = ""]) => codeIn(cell));
    expect(sorted(written)).toEqual(sorted([...observedAttributes, "hidden"]));
    expect(written).toEqual(expect.arrayContaining(element.getAttributeNames()));
  });

  test("its parts and variables are those of the code", () => {
    expect(sorted(rowsUnder("part").flatMap(([cell = ""]) => codeIn(cell)))).toEqual(parts());
    expect(sorted(rowsUnder("CSS variable").flatMap(([cell = ""]) => codeIn(cell)))).toEqual(variables);
  });

  test("the style sheets use nothing else", () => {
    const styles = blocksOf("css").map(({ code }) => code);
    expect(styles.length).toBeGreaterThan(0);
    for (const sheet of styles) {
      expect(variables).toEqual(expect.arrayContaining(sheet.match(/--heim-[a-z-]+/g) ?? []));
      const used = [...sheet.matchAll(/::part\((\w+)\)/g)].map(([, name]) => name);
      expect(parts()).toEqual(expect.arrayContaining(used));
    }
  });

  test("the shop's own link opens it", () => {
    run(example("js", "open?.()"));
    expect(opened).toHaveBeenCalled();
  });
});

test.each(blocksOf("js"))("the script in $file runs: $code", ({ code }) => {
  expect(() => run(code)).not.toThrow();
});

test("the shop's own code says what the visitor has chosen, and takes it back", () => {
  const choice = { personalization: "granted", statistics: "denied" };
  expect(run(example("js", "shop-consent"))).toContainEqual(["consent.set", choice]);
  document.body.append(Object.assign(document.createElement("button"), { id: "withdraw" }));
  expect(run(example("js", "#withdraw"))).toContainEqual(["consent.withdraw"]);
});

test("what is said of client.consent is all there is", () => {
  const written = rowsUnder("`client.consent`").flatMap(([cell = ""]) => codeIn(cell));
  expect(sorted(written.map((call) => call.replace(/\(.*/, "")))).toEqual(sorted(Object.keys(ofConsent)));
});

test("the receipt is what the code makes of such a choice", () => {
  const receipt = JSON.parse(example("json", '"time"')) as NonNullable<ReturnType<typeof receiptOf>>;
  const { purposes, at, source, policyVersion, controller = "", notice = "", withdrawal } = receipt;
  const consent = createConsent({ clock: () => at, log, gpc: false, policyVersion });
  createEar(consent).hear(source, purposes);
  const manifest = { consent: { controller, notice, withdrawal } };
  expect(receiptOf({ consent, settings: { manifest } } as unknown as Core)).toEqual(receipt);
});

test("every promise has a row, and every row a promise and a test", () => {
  const rows = rowsUnder("mark");
  const marks = rows.map(([mark = ""]) => mark);
  expect(marks).toEqual(rows.map((_, at) => `P${at + 1}`));
  const [text = ""] = textOf("docs/data-protection.md").split("## Promises and the tests");
  const cited = [...text.matchAll(/\((P\d+)[);]/g)].map(([, mark = ""]) => mark);
  // The first is only an example of a mark.
  expect(sorted(cited.slice(1))).toEqual(sorted(marks));
  for (const [mark, , tests = ""] of rows) expect(tests, mark).toMatch(/`[^`]+\.(?:test|spec)\.ts`/);
});
