import { expect, test, vi } from "vitest";
import { contractTests, listenTo, type FakeBanner, type Page } from "./contract.test-helper.js";
import { orejime } from "./orejime.js";

interface Purpose {
  id: string;
  isMandatory?: boolean;
  isExempt?: boolean;
  purposes?: Purpose[];
}

const both = { personalization: true, statistics: true };
const twoPurposes: Purpose[] = [{ id: "personalization" }, { id: "usage", purposes: [{ id: "statistics" }] }];

/** Behaves as Orejime 3.2.1 does, as far as it is used; the end-to-end tests use the real one. */
function fake(
  window: Page,
  purposes: unknown = twoPurposes,
): FakeBanner & { consents: Record<string, unknown> } {
  const listeners = new Map<string, Set<() => void>>();
  const consents: Record<string, unknown> = { personalization: true, statistics: true }; // the shop's `default`
  let dirty: unknown = true;
  let broken = false;
  const on = (event: string): Set<() => void> => listeners.get(event) ?? new Set();
  const guard =
    <T>(answer: (id: string) => T): ((id: string) => T) =>
    (id) => {
      if (broken) throw new Error("inside Orejime");
      return answer(id);
    };
  // A first choice counts as missing still when `update` is emitted.
  const set = (next: object, isDirty: unknown): void => {
    Object.assign(consents, next);
    on("update").forEach((changed) => changed());
    dirty = isDirty;
    on("dirty").forEach((changed) => changed());
  };
  const manager = {
    isDirty: guard(() => dirty),
    getConsent: guard((id) => consents[id]),
    on: (event: string, changed: () => void) => listeners.set(event, on(event).add(changed)),
    off: (event: string, changed: () => void) => on(event).delete(changed),
  };
  return {
    consents,
    appear: () => Object.assign(window, { orejime: { manager, config: { purposes }, prompt: vi.fn() } }),
    choose: (choice) => set(choice, false),
    malformed: {
      "something missing": () => set(both, true),
      "not known whether something is missing": () => set(both, undefined),
      strings: () => set({ personalization: "true", statistics: "true" }, false),
    },
    breakDown() {
      broken = true;
      set({}, false);
    },
    reset: () => set(both, true),
  };
}

const contract = { id: "orejime", adapter: orejime, fake: (window: Page) => fake(window) };
contractTests(contract);

test("defaults nobody has chosen are no choice", () => {
  const { consent } = listenTo(contract, (one) => one.appear());
  expect(consent.get()).toEqual({ personalization: "unknown", statistics: "unknown" });
});

test("what is mandatory or exempt is not the visitor's choice, which is said once", () => {
  const purposes = [
    { id: "personalization", isMandatory: true },
    { id: "statistics", isExempt: true },
  ];
  const { banner, consent, log } = listenTo(
    { ...contract, fake: (window) => fake(window, purposes) },
    (one) => one.appear(),
  );
  banner.choose(both);
  expect(consent.get()).toEqual({ personalization: "unknown", statistics: "unknown" });
  expect(log).toHaveBeenCalledTimes(1);
});

test("without its configuration nothing is read", () => {
  const { banner, consent, log } = listenTo({ ...contract, fake: (window) => fake(window, null) }, (one) =>
    one.appear(),
  );
  banner.choose(both);
  expect(consent.get().personalization).toBe("unknown");
  expect(log).not.toHaveBeenCalled();
});

test("the merchant's map names the purposes", () => {
  const purposes = { personalization: ["empfehlungen"] };
  const asked = [{ id: "statistics" }, { id: "empfehlungen" }];
  const { banner, consent } = listenTo(
    {
      ...contract,
      adapter: (ports) => orejime({ ...ports, purposes }),
      fake: (window) => fake(window, asked),
    },
    (one) => one.appear(),
  );
  (banner as ReturnType<typeof fake>).consents["empfehlungen"] = true;
  banner.choose({ personalization: false, statistics: false });
  expect(consent.get()).toEqual({ personalization: "granted", statistics: "denied" });
});

test("an element with the banner's name is not the banner", () => {
  const { adapter, window } = listenTo(contract);
  Object.assign(window, { orejime: window.document.createElement("div") });
  expect(adapter.detect()).toBe(false);
});

test("the preferences can be opened", () => {
  const { adapter, window } = listenTo(contract, (banner) => banner.appear());
  adapter.openPreferences?.();
  expect((window as unknown as { orejime: { prompt: unknown } }).orejime.prompt).toHaveBeenCalledTimes(1);
});
