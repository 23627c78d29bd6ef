import { CmpApi } from "@iabtechlabtcf/cmpapi";
import { GVL, TCModel, TCString } from "@iabtechlabtcf/core";
import { afterEach, describe, expect, test, vi } from "vitest";
import {
  contractTests,
  listenTo,
  type Contract,
  type FakeBanner,
  type Page,
} from "./contract.test-helper.js";
import { tcf } from "./tcf.js";

type Callback = (data: unknown, success: boolean) => void;
const unknown = { personalization: "unknown", statistics: "unknown" };

/** What the specification calls TCData, as far as a listener gets it. */
interface Data {
  eventStatus: string;
  gdprApplies: boolean | undefined;
  publisher: unknown;
}

/**
 * Behaves as the specification says, of a banner that lists every purpose, refused ones too.
 * https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework/blob/master/TCFv2/IAB%20Tech%20Lab%20-%20CMP%20API%20v2.md
 */
function fakeCmp(window: Page) {
  const listeners = new Map<number, Callback>();
  let data: Data = { eventStatus: "cmpuishown", gdprApplies: true, publisher: { consents: {} } };
  let listenerId = 0;
  const send = (next: Partial<Data>, success = true) => {
    data = { ...data, eventStatus: "useractioncomplete", ...next };
    for (const [id, callback] of listeners) callback({ ...data, listenerId: id }, success);
  };
  const consentsTo = (yes: readonly number[]) =>
    Object.fromEntries(
      Array.from({ length: 11 }, (_, index) => [String(index + 1), yes.includes(index + 1)]),
    );
  const choose: FakeBanner["choose"] = ({ personalization, statistics }) => {
    const yes = [1, ...(personalization ? [5, 6] : []), ...(statistics ? [8, 9] : [])];
    send({ publisher: { consents: consentsTo(yes) } });
  };
  const api = (command: string, version: number, callback: Callback, id?: number) => {
    if (command === "removeEventListener") {
      callback(listeners.delete(id as number), true);
    } else {
      listeners.set(++listenerId, callback);
      callback({ ...data, listenerId }, version === 2 && command === "addEventListener");
    }
  };
  const told = (publisher: unknown) => () => send({ publisher });
  const banner: FakeBanner = {
    appear: () => void Object.assign(window, { __tcfapi: api }),
    choose,
    malformed: {
      "no publisher": told(undefined),
      "no consents": told({}),
      "consents as text": told({ consents: "11111111111" }),
      "other words": told({ consents: { 1: "true", 5: 1, 6: {}, 8: "yes", 9: "yes" } }),
      "a failure": () => send({ publisher: { consents: consentsTo([1, 5, 6, 8, 9]) } }, false),
      "vendors' purposes only": told({ consents: {}, legitimateInterests: consentsTo([1, 5, 6, 8, 9]) }),
    },
    breakDown: told({
      get consents() {
        throw new Error("inside the CMP");
      },
    }),
    reset: told({ consents: {} }),
  };
  return { ...banner, send, consentsTo, listeners };
}

const contract: Contract = { id: "tcf", adapter: tcf, fake: fakeCmp };
contractTests(contract);

function setUp(purposes?: { personalization: string[] }) {
  let cmp: ReturnType<typeof fakeCmp> | undefined;
  const scene = listenTo(
    {
      ...contract,
      adapter: (ports) => tcf({ ...ports, ...(purposes && { purposes }) }),
      fake: (window) => (cmp = fakeCmp(window)),
    },
    (banner) => banner.appear(),
  );
  return { ...scene, cmp: cmp as ReturnType<typeof fakeCmp> };
}

const all = [1, 5, 6, 8, 9];

test("what is shown while the dialog is open is not a choice, nor does it end one", () => {
  const { cmp, consent } = setUp();
  cmp.send({ eventStatus: "cmpuishown", publisher: { consents: cmp.consentsTo(all) } });
  expect(consent.get()).toEqual(unknown);
  cmp.send({ eventStatus: "tcloaded" });
  expect(consent.get().personalization).toBe("granted");
  cmp.send({ eventStatus: "cmpuishown", publisher: { consents: cmp.consentsTo([]) } });
  expect(consent.get().personalization).toBe("granted");
});

test.each([false, undefined])("where gdprApplies is %o nothing is granted", (gdprApplies) => {
  const { cmp, consent } = setUp();
  cmp.send({ gdprApplies, publisher: { consents: cmp.consentsTo(all) } });
  expect(consent.get()).toEqual(unknown);
});

test.each([
  [[1, 5, 6], "granted", "denied"],
  [[1, 8, 9], "denied", "granted"],
  [[5, 6, 8, 9], "denied", "denied"],
  [[1, 5, 8], "denied", "denied"],
])("consent to %o", (yes, personalization, statistics) => {
  const { cmp, consent } = setUp();
  cmp.send({ publisher: { consents: cmp.consentsTo(yes) } });
  expect(consent.get()).toEqual({ personalization, statistics });
});

test("the merchant's map names the publisher's own purposes", () => {
  const { cmp, consent } = setUp({ personalization: ["1", "2"] });
  const consents = cmp.consentsTo(all);
  cmp.send({ publisher: { consents, customPurpose: { consents: { 1: true, 2: true } } } });
  expect(consent.get()).toEqual({ personalization: "granted", statistics: "granted" });
  cmp.send({ publisher: { consents, customPurpose: { consents: { 1: true } } } });
  expect(consent.get()).toEqual({ personalization: "denied", statistics: "granted" });
  cmp.send({ publisher: { consents, customPurpose: { consents: {} } } });
  expect(consent.get().personalization).toBe("denied");
});

test("after the stop the listener is taken back", () => {
  const { cmp, stop } = setUp();
  expect(cmp.listeners.size).toBe(1);
  stop();
  expect(cmp.listeners.size).toBe(0);
});

describe("IAB's own CmpApi and stub", () => {
  afterEach(() => void vi.unstubAllGlobals());

  const vendorList = {
    gvlSpecificationVersion: 3,
    vendorListVersion: 1,
    tcfPolicyVersion: 5,
    lastUpdated: "2026-01-01T00:00:00Z",
    purposes: Object.fromEntries(all.map((id) => [id, { id, name: "", description: "", illustrations: [] }])),
    specialPurposes: {},
    features: {},
    specialFeatures: {},
    stacks: {},
    vendors: {},
    dataCategories: {},
  };

  /** The string of a visitor who consents to these purposes of the publisher. */
  function encode(yes: readonly number[]): string {
    const model = new TCModel(new GVL(vendorList));
    Object.assign(model, { cmpId: 10, cmpVersion: 1, publisherCountryCode: "DE", isServiceSpecific: true });
    model.publisherConsents.set([...yes]);
    return TCString.encode(model);
  }

  test("a choice is heard through the stub's queue, changed, and withdrawn with an empty segment", async () => {
    const { window, consent, erased, log } = listenTo({ ...contract, fake: () => fakeCmp({} as Page) });
    vi.stubGlobal("window", window);
    const untyped: string = "@iabtechlabtcf/stub";
    const { default: stub } = (await import(untyped)) as { default: () => void };
    stub();
    window.dispatchEvent(new window.Event("load"));
    const cmp = new CmpApi(10, 1, true);
    cmp.update("", true);
    expect(consent.get()).toEqual(unknown);
    cmp.update(encode(all), false);
    expect(consent.get()).toEqual({ personalization: "granted", statistics: "granted" });
    cmp.update(encode([1, 5, 6]), false);
    expect(consent.get()).toEqual({ personalization: "granted", statistics: "denied" });
    expect(erased()).toBe(1);
    cmp.update(encode([]), false);
    expect(consent.get()).toEqual(unknown);
    expect(erased()).toBe(2);
    expect(log).not.toHaveBeenCalled();
  });
});
