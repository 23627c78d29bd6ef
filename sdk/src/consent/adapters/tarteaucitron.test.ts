import { expect, test, vi } from "vitest";
import { contractTests, listenTo, type FakeBanner, type Page } from "./contract.test-helper.js";
import { tarteaucitron } from "./tarteaucitron.js";

const keys = ["personalization", "statistics"] as const;

/** Behaves as tarteaucitron 1.34.0 does, as far as it is used; the end-to-end tests use the real one. */
function fakeTarteaucitron(window: Page) {
  const { document } = window;
  let broken = false;
  const tell = (name: string): boolean => document.dispatchEvent(new window.Event(name));
  const state: Record<string, unknown> = {};
  const service = (key: string) => ({ key, needConsent: true });
  const banner = {
    job: [...keys] as string[],
    added: {} as Record<string, boolean>,
    services: Object.fromEntries(keys.map((key) => [key, service(key)])) as Record<string, object>,
    parameters: { highPrivacy: true, serviceDefaultState: "wait" } as Record<string, unknown>,
    user: {} as Record<string, unknown>,
    userInterface: { openPanel: vi.fn() },
    get state() {
      if (broken) throw new Error("inside tarteaucitron");
      return state;
    },
  };
  return {
    banner,
    /** Its script has loaded. */
    put: () => Object.assign(window, { tarteaucitron: banner }),
    /** It looks for the remembered answers, service by service, after the page's load. */
    run(stored: Readonly<Record<string, unknown>> = {}) {
      for (const key of banner.job) {
        banner.added[key] = true;
        if (key in stored) state[key] = stored[key];
        tell(`${key}_added`);
      }
    },
    respond(answers: Readonly<Record<string, unknown>>) {
      for (const key of Object.keys(answers)) {
        state[key] = answers[key];
        tell("tac.consent_updated");
      }
    },
    breakDown() {
      broken = true;
      tell("tac.consent_updated");
    },
  };
}

type Fake = ReturnType<typeof fakeTarteaucitron> & FakeBanner;

const both = { personalization: true, statistics: true };

function fake(window: Page): Fake {
  const one = fakeTarteaucitron(window);
  const change = (changes: object): void => {
    Object.assign(one.banner, changes);
    one.respond(both);
  };
  return {
    ...one,
    appear() {
      one.put();
      one.run();
    },
    choose: (choice) => one.respond({ ...choice }),
    malformed: {
      wait: () => one.respond({ personalization: "wait", statistics: "wait" }),
      strings: () => one.respond({ personalization: "true", statistics: "true" }),
      "browsing on counts as a yes": () => change({ parameters: { highPrivacy: false } }),
      "yes is the default": () => change({ parameters: { highPrivacy: true, serviceDefaultState: true } }),
      "outside the EU": () => change({ user: { bypass: true } }),
      "no consent needed": () => change({ services: { personalization: {}, statistics: {} } }),
      "no services": () => change({ services: undefined, parameters: undefined }),
    },
  };
}

const contract = { id: "tarteaucitron", adapter: tarteaucitron, fake };
contractTests(contract);

test("remembered answers are heard, though no consent is updated", () => {
  const { banner, consent } = listenTo(contract, (one) => void (one as Fake).put());
  expect(consent.get().personalization).toBe("unknown");
  (banner as Fake).run({ personalization: true, statistics: false });
  expect(consent.get()).toEqual({ personalization: "granted", statistics: "denied" });
});

test("a service that waits for an answer leaves its purpose unknown", () => {
  const { banner, consent } = listenTo(contract, (one) => one.appear());
  (banner as Fake).respond({ statistics: false });
  expect(consent.get()).toEqual({ personalization: "unknown", statistics: "denied" });
});

test("answers that were all forgotten end what rests on them", () => {
  const { banner, adapter } = listenTo(contract, (one) => void (one as Fake).put());
  expect(adapter.expired?.()).toBe(false);
  (banner as Fake).run();
  expect(adapter.expired?.()).toBe(true);
  (banner as Fake).respond({ statistics: false });
  expect(adapter.expired?.()).toBe(false);
});

test("the merchant's map names services by their keys, also one that comes late", () => {
  const purposes = { personalization: ["reco"] };
  const adapter: typeof tarteaucitron = (ports) => tarteaucitron({ ...ports, purposes });
  const { banner, consent } = listenTo({ ...contract, adapter }, (one) => one.appear());
  const late = banner as Fake;
  late.banner.job.push("reco");
  late.banner.services["reco"] = { key: "reco", needConsent: true };
  late.run({ reco: true });
  expect(consent.get().personalization).toBe("granted");
});

test("an element with the banner's name is not the banner", () => {
  const { adapter, window } = listenTo(contract);
  Object.assign(window, { tarteaucitron: window.document.createElement("div") });
  expect(adapter.detect()).toBe(false);
});

test("the preferences can be opened", () => {
  const { adapter, banner } = listenTo(contract, (one) => one.appear());
  adapter.openPreferences?.();
  expect((banner as Fake).banner.userInterface.openPanel).toHaveBeenCalledTimes(1);
});
