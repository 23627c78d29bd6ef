import { expect, test, vi } from "vitest";
import {
  contractTests,
  listenTo,
  scriptLoaded,
  type Contract,
  type FakeBanner,
  type Page,
} from "./contract.test-helper.js";
import { klaro } from "./klaro.js";

interface Watcher {
  update(manager: object, name: string, data: unknown): void;
}

interface Service {
  name: string;
  purposes?: string[];
  required?: boolean;
  default?: boolean;
}

const services: Service[] = [
  { name: "recommendations", purposes: ["functional"], default: true },
  { name: "matomo", purposes: ["analytics", "marketing"] },
  { name: "basket", purposes: ["functional"], required: true },
  { name: "fonts" },
];

/** Behaves as Klaro 0.7.22 does, https://github.com/kiprotect/klaro/blob/master/src/consent-manager.js. */
function fakeKlaro(window: Page, config: { services: Service[]; required?: boolean } = { services }) {
  const watchers = new Set<Watcher>();
  const defaults = () =>
    Object.fromEntries(config.services.map((one) => [one.name, !!(one.default ?? one.required)]));
  const notify = (name: string, data?: unknown) => {
    for (const watcher of watchers) watcher.update(manager, name, data);
  };
  const manager = {
    config,
    confirmed: false,
    consents: defaults(),
    savedConsents: defaults() as Record<string, unknown>,
    getConsent: (name: string) => manager.consents[name] ?? false,
    watch: (watcher: Watcher) => void watchers.add(watcher),
    unwatch: (watcher: Watcher) => void watchers.delete(watcher),
  };
  const toggle = (name: string, yes: boolean) => {
    manager.consents[name] = yes;
    notify("consents", manager.consents);
  };
  const save = () => {
    manager.confirmed = true;
    manager.savedConsents = { ...manager.consents };
    notify("saveConsents", { type: "script" });
    notify("applyConsents", 1);
  };
  const spoil = (change: () => void) => () => {
    manager.confirmed = true;
    change();
    notify("saveConsents");
  };
  const api = { defaultConfig: config, getManager: (): unknown => manager, show: vi.fn() };
  const banner: FakeBanner = {
    appear: () => void Object.assign(window, { klaro: api }),
    choose({ personalization, statistics }) {
      toggle("recommendations", personalization);
      toggle("matomo", statistics);
      save();
    },
    malformed: {
      "other words": spoil(() => (manager.savedConsents = { recommendations: "yes", matomo: 1 })),
      "no answers": spoil(() => (manager.savedConsents = {})),
      "a confirmation that is not true": spoil(() => Object.assign(manager, { confirmed: "yes" })),
      "no services": spoil(() => (manager.config = {} as typeof config)),
      "no manager": spoil(() => (api.getManager = () => undefined)),
    },
    breakDown() {
      api.getManager = () => {
        throw new Error("inside Klaro");
      };
      notify("saveConsents");
    },
    reset() {
      manager.confirmed = false;
      manager.consents = defaults();
      manager.savedConsents = defaults();
      notify("applyConsents", 1);
      notify("consents", manager.consents);
    },
  };
  return { ...banner, api, manager, toggle, save, watchers };
}

const contract: Contract = { id: "klaro", adapter: klaro, fake: fakeKlaro };
contractTests(contract);

function setUp(config?: { services: Service[]; required?: boolean }, purposes?: Record<string, string[]>) {
  let banner: ReturnType<typeof fakeKlaro> | undefined;
  const scene = listenTo(
    {
      ...contract,
      adapter: (ports) => klaro({ ...ports, ...(purposes && { purposes }) }),
      fake: (window) => (banner = fakeKlaro(window, config)),
    },
    (one) => one.appear(),
  );
  return { ...scene, banner: banner as ReturnType<typeof fakeKlaro> };
}

test("an element with the id klaro is not the banner", () => {
  const { window, consent, log } = listenTo(contract);
  Object.assign(window, { klaro: window.document.createElement("div") });
  scriptLoaded(window);
  expect(consent.get().personalization).toBe("unknown");
  expect(log).not.toHaveBeenCalled();
});

test("before it is set up, Klaro has no manager and is not asked for one", () => {
  const { window, log } = listenTo(contract);
  const getManager = vi.fn(() => {
    throw new TypeError("Cannot read properties of undefined");
  });
  Object.assign(window, { klaro: { defaultConfig: undefined, getManager } });
  scriptLoaded(window);
  expect(getManager).not.toHaveBeenCalled();
  expect(log).not.toHaveBeenCalled();
});

test("a toggle that is not saved says nothing, before the first choice and after it", () => {
  const { banner, consent, window } = setUp();
  banner.toggle("matomo", true);
  expect(banner.manager.getConsent("recommendations")).toBe(true); // by its default
  scriptLoaded(window);
  expect(consent.get()).toEqual({ personalization: "unknown", statistics: "unknown" });
  banner.choose({ personalization: false, statistics: false });
  banner.toggle("matomo", true);
  scriptLoaded(window);
  expect(consent.get()).toEqual({ personalization: "denied", statistics: "denied" });
});

test("all services that stand for a purpose have to be accepted", () => {
  const two = [
    { name: "a", purposes: ["analytics"] },
    { name: "b", purposes: ["security", "Analytics"] },
  ];
  const { banner, consent } = setUp({ services: two });
  banner.toggle("a", true);
  banner.save();
  expect(consent.get().statistics).toBe("denied");
  banner.toggle("b", true);
  banner.save();
  expect(consent.get().statistics).toBe("granted");
});

test("a required service is not the visitor's choice", () => {
  for (const config of [
    { services: [{ name: "basket", purposes: ["functional"], required: true }] },
    { services: [{ name: "basket", purposes: ["functional"] }], required: true },
  ]) {
    const { banner, consent } = setUp(config);
    banner.toggle("basket", true);
    banner.save();
    expect(consent.get().personalization).toBe("unknown");
  }
});

test("the merchant's map names services or Klaro's purposes", () => {
  const { banner, consent } = setUp(undefined, { personalization: ["fonts"], statistics: ["marketing"] });
  banner.toggle("fonts", true);
  banner.toggle("matomo", true);
  banner.toggle("recommendations", false);
  banner.save();
  expect(consent.get()).toEqual({ personalization: "granted", statistics: "granted" });
});

test("Klaro is left alone until the page is parsed: its manager looks for scripts to let through once only", () => {
  const { window, banner, consent } = listenTo(contract);
  const state = vi.spyOn(window.document, "readyState", "get").mockReturnValue("loading");
  banner.appear();
  banner.choose({ personalization: true, statistics: true });
  scriptLoaded(window);
  expect(consent.get().personalization).toBe("unknown");
  state.mockReturnValue("interactive");
  window.document.dispatchEvent(new window.Event("DOMContentLoaded", { bubbles: true }));
  expect(consent.get().personalization).toBe("granted");
});

test("after the stop the manager is not watched, and the dialog can be opened", () => {
  const { adapter, banner, stop } = setUp();
  expect(banner.watchers.size).toBe(1);
  stop();
  expect(banner.watchers.size).toBe(0);
  adapter.openPreferences?.();
  expect(banner.api.show).toHaveBeenCalledExactlyOnceWith(undefined, true);
});
