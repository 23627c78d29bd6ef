import { expect, test, vi } from "vitest";
import { contractTests, listenTo, type FakeBanner, type Page } from "./contract.test-helper.js";
import { didomi } from "./didomi.js";

interface DidomiPage {
  Didomi?: { preferences: { show: unknown } };
  didomiOnReady?: { push: (call: () => void) => void };
  didomiEventListeners?: { event: string; listener: () => void }[];
}

const status = (personalization: unknown, statistics: unknown, regulation: unknown = "gdpr") => ({
  regulation,
  purposes: {
    essential: { id: "essential", enabled: true },
    personalization: { id: "personalization", enabled: personalization },
    analytics: { id: "analytics", enabled: statistics },
  },
});

/** Follows https://developers.didomi.io/cmp/web-sdk/reference/api and …/reference/events. */
function fake(window: Page): FakeBanner & { say: (next: unknown) => void } {
  const page = window as unknown as DidomiPage;
  let partial: unknown = true;
  let current: unknown = status(false, false);
  let broken = false;
  const guard =
    <T>(answer: () => T): (() => T) =>
    () => {
      if (broken) throw new Error("inside Didomi");
      return answer();
    };
  const tell = (): void => {
    for (const { event, listener } of page.didomiEventListeners ?? [])
      if (event === "consent.changed") listener();
  };
  const say = (next: unknown): void => {
    partial = false;
    current = next;
    tell();
  };
  return {
    say,
    appear() {
      page.Didomi = {
        isUserStatusPartial: guard(() => partial),
        getCurrentUserStatus: guard(() => current),
        preferences: { show: vi.fn() },
      } as DidomiPage["Didomi"] & object;
      page.didomiOnReady = { push: (call) => call() };
      page.didomiEventListeners ??= [];
    },
    choose: ({ personalization, statistics }) => say(status(personalization, statistics)),
    malformed: {
      "where nothing applies": () => say(status(true, true, "none")),
      "where purposes are enabled until refused": () => say(status(true, true, "cpra")),
      "not known whether something is missing": () => {
        partial = undefined;
        current = status(true, true);
        tell();
      },
      strings: () => say(status("true", "true")),
      "no purposes": () => say({ purposes: { personalization: null, analytics: {} } }),
      nothing: () => say(null),
    },
    breakDown() {
      broken = true;
      tell();
    },
    reset() {
      partial = true;
      current = status(false, false);
      tell();
    },
  };
}

const contract = { id: "didomi", adapter: didomi, fake };
contractTests(contract);

test("a Didomi that is not ready is not asked anything", () => {
  const waiting: (() => void)[] = [];
  const { consent, log } = listenTo({
    ...contract,
    adapter: (ports) => {
      const page = ports.window as unknown as DidomiPage;
      const isUserStatusPartial = (): never => {
        throw new Error("asked too early");
      };
      Object.assign(page, {
        Didomi: { isUserStatusPartial },
        didomiOnReady: waiting,
        didomiEventListeners: [],
      });
      return didomi(ports);
    },
  });
  expect([waiting.length, log.mock.calls.length]).toEqual([1, 0]);
  expect(consent.get().personalization).toBe("unknown");
});

test("on a page without Didomi nothing is made", () => {
  const { window } = listenTo(contract);
  expect(Object.keys(window)).not.toContain("didomiOnReady");
  expect(Object.keys(window)).not.toContain("didomiEventListeners");
});

test("where Didomi has made no lists yet, they are made", () => {
  const { window } = listenTo(contract);
  const page = window as unknown as DidomiPage;
  Object.assign(page, { Didomi: {} });
  window.dispatchEvent(new window.Event("load"));
  expect(page.didomiEventListeners).toHaveLength(1);
  expect(page.didomiOnReady).toHaveLength(1);
});

test("a law in capitals is the same law", () => {
  const { banner, consent } = listenTo(contract, (one) => one.appear());
  (banner as ReturnType<typeof fake>).say(status(true, false, "GDPR"));
  expect(consent.get()).toEqual({ personalization: "granted", statistics: "denied" });
});

test("the preferences can be opened", () => {
  const { adapter, window } = listenTo(contract, (banner) => banner.appear());
  adapter.openPreferences?.();
  expect((window as unknown as DidomiPage).Didomi?.preferences.show).toHaveBeenCalledTimes(1);
});
