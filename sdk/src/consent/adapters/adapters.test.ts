import { Window as HappyWindow } from "happy-dom";
import { expect, test, vi } from "vitest";
import type { ConsentAdapter } from "../adapter.js";
import { createEar } from "../ear.js";
import { createConsent } from "../machine.js";
import { contractTests } from "./contract.test-helper.js";
import { startAdapters } from "./start-adapters.js";
import { vanillaCookieConsent, type AdapterOptions } from "./vanilla-cookieconsent.js";

const id = "vanilla-cookieconsent";

/** Behaves as vanilla-cookieconsent 3.1.0 does; the demo shop's end-to-end tests use the real one. */
function fakeBanner(
  window: Window & typeof globalThis,
  categories: readonly string[],
  readOnly: readonly string[] = ["necessary"],
) {
  let accepted: readonly string[] | undefined;
  let running = false;
  const tell = (name: string): boolean => window.dispatchEvent(new window.CustomEvent(name));
  return {
    acceptedCategory: (name: string) => accepted?.includes(name) ?? false,
    validConsent: () => accepted !== undefined,
    getConfig: () =>
      running
        ? Object.fromEntries(categories.map((name) => [name, { readOnly: readOnly.includes(name) }]))
        : undefined,
    showPreferences: vi.fn(),
    run(stored?: readonly string[]) {
      running = true;
      accepted = stored;
      tell(stored ? "cc:onConsent" : "cc:onModalReady");
    },
    accept(names: readonly string[]) {
      const first = !accepted;
      accepted = names;
      tell(first ? "cc:onConsent" : "cc:onChange");
    },
  };
}

function setUp(
  categories: readonly string[] = ["necessary", "preferences", "analytics"],
  options: Partial<AdapterOptions> = {},
) {
  const window = new HappyWindow() as unknown as Window & typeof globalThis;
  const log = vi.fn();
  const consent = createConsent({ clock: () => 1, log, gpc: false });
  const ear = createEar(consent);
  const banner = fakeBanner(window, categories);
  const adapter = vanillaCookieConsent({ window, log, ...options });
  const appear = () => Object.assign(window, { CookieConsent: banner });
  const start = (adapters: ConsentAdapter[] = [adapter]) =>
    startAdapters({ adapters, window, hear: ear.hear, reset: ear.reset, log });
  return { window, log, consent, banner, adapter, appear, start };
}

test("a choice stored by the banner is read at once", () => {
  const { appear, banner, start, consent } = setUp();
  appear();
  banner.run(["necessary", "preferences"]);
  start();
  expect(consent.get()).toEqual({ personalization: "granted", statistics: "denied" });
});

test("a banner nobody has answered says nothing, and its answers are heard when given and changed", () => {
  const { appear, banner, start, consent } = setUp();
  appear();
  start();
  banner.run();
  expect(consent.get()).toEqual({ personalization: "unknown", statistics: "unknown" });
  banner.accept(["preferences", "analytics"]);
  expect(consent.get()).toEqual({ personalization: "granted", statistics: "granted" });
  banner.accept([]);
  expect(consent.get()).toEqual({ personalization: "denied", statistics: "denied" });
});

test("an expired choice of the banner erases what an earlier page's record still grants", () => {
  const { appear, banner, start, consent } = setUp();
  const changed = vi.fn();
  const purposes = { personalization: "granted", statistics: "granted" } as const;
  consent.restore({ v: 1, purposes, at: 0, source: id, policyVersion: "" });
  consent.on(changed);
  appear();
  start();
  expect(consent.get()).toEqual(purposes); // loaded, but not run yet: that says nothing
  banner.run();
  expect(changed.mock.lastCall?.[0]).toMatchObject({ erase: true, after: { personalization: "unknown" } });
});

test.each([
  ["its own event", (_: Window, banner: ReturnType<typeof fakeBanner>) => banner.run(["preferences"])],
  [
    "its script's load event",
    ({ document }: Window) => {
      const script = document.createElement("script");
      document.head.append(script);
      script.dispatchEvent(new (document.defaultView as Window & typeof globalThis).Event("load"));
    },
  ],
  ["the page's load", (window: Window & typeof globalThis) => window.dispatchEvent(new window.Event("load"))],
])("a banner that comes late is found by %s", (_, announce) => {
  const { window, appear, banner, start, consent } = setUp();
  start();
  banner.run(["preferences"]);
  expect(consent.get().personalization).toBe("unknown");
  appear();
  announce(window, banner);
  expect(consent.get().personalization).toBe("granted");
});

test("after stop nothing is heard any more, neither from a banner found nor from one to come", () => {
  const found = setUp();
  found.appear();
  found.start()();
  found.banner.run(["preferences"]);
  const late = setUp();
  late.start()();
  late.appear();
  late.banner.run(["preferences"]);
  for (const { consent } of [found, late]) expect(consent.get().personalization).toBe("unknown");
});

test("a category nobody mapped leaves its purpose unknown and is said once", () => {
  const { appear, banner, start, consent, log } = setUp(["necessary", "komfort", "analytics"]);
  appear();
  start();
  banner.run(["komfort", "analytics"]);
  banner.accept(["komfort"]);
  expect(consent.get()).toEqual({ personalization: "unknown", statistics: "denied" });
  expect(log).toHaveBeenCalledTimes(1);
});

test("the merchant's map replaces the common names, and all of its categories have to be accepted", () => {
  const purposes = { personalization: ["komfort", "empfehlungen"] };
  const { appear, banner, start, consent } = setUp(["komfort", "empfehlungen", "analytics"], { purposes });
  appear();
  start();
  banner.run(["komfort"]);
  expect(consent.get().personalization).toBe("denied");
  banner.accept(["komfort", "empfehlungen"]);
  expect(consent.get().personalization).toBe("granted");
});

test("what a banner throws stays here, is said once, and does not silence the other banner", () => {
  const { appear, banner, start, consent, log, adapter, window } = setUp();
  const broken: ConsentAdapter = {
    id: "broken",
    detect: () => true,
    read: () => {
      throw new Error("inside the banner");
    },
    subscribe: () => () => undefined,
  };
  appear();
  banner.run(["preferences"]);
  start([broken, adapter]);
  window.dispatchEvent(new window.Event("load"));
  expect(consent.get().personalization).toBe("granted");
  expect(log).toHaveBeenCalledTimes(1);
});

test("a read-only category is not the visitor's choice", () => {
  const { window, start, consent } = setUp();
  const banner = fakeBanner(window, ["functional", "analytics"], ["functional"]);
  Object.assign(window, { CookieConsent: banner });
  start();
  banner.run(["functional", "analytics"]);
  expect(consent.get()).toEqual({ personalization: "unknown", statistics: "granted" });
});

test("an element with the banner's name is not the banner", () => {
  const { window, start, consent } = setUp();
  Object.assign(window, { CookieConsent: window.document.createElement("div") });
  start();
  expect(consent.get().personalization).toBe("unknown");
});

test("the banner's preferences can be opened", () => {
  const { appear, banner, adapter } = setUp();
  appear();
  adapter.openPreferences?.();
  expect(banner.showPreferences).toHaveBeenCalledTimes(1);
});

contractTests({
  id,
  adapter: vanillaCookieConsent,
  fake(window) {
    const banner = fakeBanner(window, ["preferences", "analytics"]);
    const answer = (api: object) => () => {
      Object.assign(banner, api);
      window.dispatchEvent(new window.CustomEvent("cc:onChange"));
    };
    return {
      appear() {
        Object.assign(window, { CookieConsent: banner });
        banner.run();
      },
      choose: ({ personalization, statistics }) =>
        banner.accept([...(personalization ? ["preferences"] : []), ...(statistics ? ["analytics"] : [])]),
      malformed: {
        "a valid consent that is not true": answer({ validConsent: () => "yes" }),
        "answers that are not booleans": answer({ validConsent: () => true, acceptedCategory: () => 1 }),
        "no categories": answer({ validConsent: () => true, getConfig: () => undefined }),
      },
      breakDown: answer({
        getConfig() {
          throw new Error("inside the banner");
        },
      }),
      reset: () => banner.run(),
    };
  },
});
