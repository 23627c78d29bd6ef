import { expect, test, vi } from "vitest";
import { contractTests, listenTo, type FakeBanner, type Page } from "./contract.test-helper.js";
import { oneTrust } from "./onetrust.js";

const settings = {
  ConsentModel: { Name: "opt-in" },
  Groups: [
    { CustomGroupId: "C0001", Status: "always active" },
    { CustomGroupId: "C0002", Status: "inactive" },
    { CustomGroupId: "C0003", Status: "inactive" },
  ],
};

const groups = (personalization: boolean, statistics: boolean): string =>
  `,C0001,${statistics ? "C0002," : ""}${personalization ? "C0003," : ""}`;

/** Follows https://developer.onetrust.com/onetrust/docs/javascript-events-guide and the guide to its public methods. */
function fake(window: Page, domainData: () => unknown = () => settings): FakeBanner {
  let closed: unknown = false;
  let broken = false;
  const guard =
    <T>(answer: () => T): (() => T) =>
    () => {
      if (broken) throw new Error("inside OneTrust");
      return answer();
    };
  const tell = (): boolean => window.dispatchEvent(new window.CustomEvent("OneTrustGroupsUpdated"));
  const say = (active: unknown, isClosed: unknown = true): void => {
    closed = isClosed;
    Object.assign(window, { OnetrustActiveGroups: active });
    tell();
  };
  return {
    appear() {
      const OneTrust = {
        IsAlertBoxClosed: guard(() => closed),
        GetDomainData: guard(domainData),
        ToggleInfoDisplay: vi.fn(),
      };
      Object.assign(window, { OneTrust, OnetrustActiveGroups: ",C0001," });
      tell();
    },
    choose: ({ personalization, statistics }) => say(groups(personalization, statistics)),
    malformed: {
      "still open": () => say(groups(true, true), false),
      "closed in another way": () => say(groups(true, true), "true"),
      "no groups": () => say(undefined),
      "groups as a list": () => say(["C0002", "C0003"]),
    },
    breakDown() {
      broken = true;
      tell();
    },
    reset: () => say(",C0001,", false),
  };
}

const contract = { id: "onetrust", adapter: oneTrust, fake: (window: Page) => fake(window) };
contractTests(contract);

const both = { personalization: true, statistics: true };
const choosing = (domainData: () => unknown, choice = both) =>
  listenTo({ ...contract, fake: (window) => fake(window, domainData) }, (banner) => {
    banner.appear();
    banner.choose(choice);
  });

test.each(["opt-out", "implied consent", "notice only"])(
  "where consent is %s a closed notice is no yes",
  (Name) => {
    const { consent } = choosing(() => ({ ...settings, ConsentModel: { Name } }));
    expect(consent.get()).toEqual({ personalization: "unknown", statistics: "unknown" });
  },
);

test("where consent is opt-out a refusal counts", () => {
  const domainData = () => ({ ...settings, ConsentModel: { Name: "opt-out" } });
  const { consent } = choosing(domainData, { personalization: false, statistics: true });
  expect(consent.get()).toEqual({ personalization: "denied", statistics: "unknown" });
});

test("a group that is always active or not there is not the visitor's choice", () => {
  const Groups = [{ CustomGroupId: "C0003", Status: "always active" }];
  const { consent, log } = choosing(() => ({ ...settings, Groups }));
  expect(consent.get()).toEqual({ personalization: "unknown", statistics: "unknown" });
  expect(log).toHaveBeenCalledTimes(1);
});

test("without settings its own groups are read", () => {
  expect(choosing(() => null).consent.get()).toEqual({ personalization: "granted", statistics: "granted" });
});

test.each([
  [",C0001,PERS1,", "granted"],
  [",C0001,PERS12,C0003,", "denied"],
])("the merchant's map names other groups: %s", (OnetrustActiveGroups, state) => {
  const purposes = { personalization: ["PERS1"] };
  const domainData = () => ({ Groups: [...settings.Groups, { CustomGroupId: "PERS1" }] });
  const { consent, window } = listenTo(
    {
      ...contract,
      adapter: (ports) => oneTrust({ ...ports, purposes }),
      fake: (page) => fake(page, domainData),
    },
    (banner) => {
      banner.appear();
      banner.choose(both);
    },
  );
  Object.assign(window, { OnetrustActiveGroups });
  window.dispatchEvent(new window.Event("OTConsentApplied"));
  expect(consent.get().personalization).toBe(state);
});

test("the preferences can be opened", () => {
  const { adapter, window } = listenTo(contract, (banner) => banner.appear());
  adapter.openPreferences?.();
  const { OneTrust } = window as unknown as { OneTrust: { ToggleInfoDisplay: unknown } };
  expect(OneTrust.ToggleInfoDisplay).toHaveBeenCalledTimes(1);
});
