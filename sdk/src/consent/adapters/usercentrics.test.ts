import { expect, test, vi } from "vitest";
import { contractTests, listenTo, settled, type FakeBanner, type Page } from "./contract.test-helper.js";
import { usercentrics } from "./usercentrics.js";

type Details = Record<string, unknown> | null;

const state = (given: boolean): string => (given ? "ALL_ACCEPTED" : "ALL_DENIED");
const details = (type: string, functional: string, statistics: string): Details => ({
  consent: { type },
  categories: {
    essential: { essential: true, state: "ALL_ACCEPTED" },
    functional: { state: functional },
    statistics: { state: statistics },
  },
});

/** Follows https://usercentrics.com/docs/web/features/api/control-functionality/ and …/events/. */
function fake(window: Page): FakeBanner {
  let answer = details("IMPLICIT", "ALL_DENIED", "ALL_DENIED");
  let getConsentDetails = (): Promise<Details> => Promise.resolve(answer);
  const tell = (name: string): boolean => window.dispatchEvent(new window.Event(name));
  const say = (next: Details): void => {
    answer = next;
    tell("UC_UI_CMP_EVENT");
    tell("UC_CONSENT");
  };
  return {
    appear() {
      const showSecondLayer = vi.fn(() => Promise.resolve());
      Object.assign(window, { __ucCmp: { getConsentDetails: () => getConsentDetails(), showSecondLayer } });
      tell("UC_UI_INITIALIZED");
    },
    choose: ({ personalization, statistics }) =>
      say(details("EXPLICIT", state(personalization), state(statistics))),
    malformed: {
      "not explicit": () => say(details("IMPLICIT", "ALL_ACCEPTED", "ALL_ACCEPTED")),
      "of another kind": () => say(details("explicit?", "ALL_ACCEPTED", "ALL_ACCEPTED")),
      "unknown states": () => say(details("EXPLICIT", "accepted", "toString")),
      "no categories": () => say({ consent: { type: "EXPLICIT" } }),
      "empty categories": () => say({ consent: { type: "EXPLICIT" }, categories: { functional: null } }),
      nothing: () => say(null),
    },
    breakDown() {
      getConsentDetails = () => Promise.reject(new Error("inside Usercentrics"));
      tell("UC_CONSENT");
    },
    reset: () => say(details("IMPLICIT", "ALL_DENIED", "ALL_DENIED")),
  };
}

const contract = { id: "usercentrics", adapter: usercentrics, fake };
contractTests(contract);

test("a category accepted in part is not granted", async () => {
  const { window, consent, banner } = listenTo(contract, (one) => one.appear());
  banner.choose({ personalization: true, statistics: true });
  await settled();
  const some = details("EXPLICIT", "SOME_ACCEPTED", "ALL_ACCEPTED");
  Object.assign(window, { __ucCmp: { getConsentDetails: () => Promise.resolve(some) } });
  window.dispatchEvent(new window.Event("UC_CONSENT"));
  await settled();
  expect(consent.get()).toEqual({ personalization: "denied", statistics: "granted" });
});

test("a late promise does not overwrite what the visitor has chosen since", async () => {
  const { window, consent } = listenTo(contract, (one) => one.appear());
  await settled();
  const answers: ((answer: Details) => void)[] = [];
  const getConsentDetails = (): Promise<Details> => new Promise((resolve) => answers.push(resolve));
  Object.assign(window, { __ucCmp: { getConsentDetails } });
  for (let asked = 0; asked < 2; asked++) {
    window.dispatchEvent(new window.Event("UC_CONSENT"));
    await settled();
  }
  answers[1]?.(details("EXPLICIT", "ALL_DENIED", "ALL_DENIED"));
  await settled();
  answers[0]?.(details("EXPLICIT", "ALL_ACCEPTED", "ALL_ACCEPTED"));
  await settled();
  expect(consent.get()).toEqual({ personalization: "denied", statistics: "denied" });
});

test("an essential category is not the visitor's choice", async () => {
  const purposes = { personalization: ["essential"] };
  const adapter: typeof usercentrics = (ports) => usercentrics({ ...ports, purposes });
  const { banner, consent, log } = listenTo({ ...contract, adapter }, (one) => one.appear());
  banner.choose({ personalization: true, statistics: true });
  await settled();
  expect(consent.get().personalization).toBe("unknown");
  expect(log).toHaveBeenCalledTimes(1);
});

test("the preferences can be opened", () => {
  const { adapter, window } = listenTo(contract, (banner) => banner.appear());
  adapter.openPreferences?.();
  const { __ucCmp } = window as unknown as { __ucCmp: { showSecondLayer: unknown } };
  expect(__ucCmp.showSecondLayer).toHaveBeenCalledTimes(1);
});
