import { describe, expect, test, vi } from "vitest";
import { listenTo, scriptLoaded, type FakeBanner, type Page } from "./contract.test-helper.js";
import { gpp } from "./gpp.js";

type Callback = (event: object | null) => void;
type Sections = Record<string, unknown> | null | undefined;

/**
 * A contract fake: follows
 * https://github.com/InteractiveAdvertisingBureau/Global-Privacy-Platform/blob/main/Core/CMP%20API%20Specification.md
 */
function fakeGpp() {
  const listeners = new Map<number, Callback>();
  let ping: object = { signalStatus: "not ready" };
  const send = (eventName: string): void =>
    listeners.forEach((callback, listenerId) => callback({ eventName, listenerId, pingData: ping }));
  const api = vi.fn((command: string, callback: Callback, listener?: number) => {
    if (command === "removeEventListener" && listener) callback({ data: listeners.delete(listener) });
    if (command !== "addEventListener") return;
    const listenerId = listeners.size + 1;
    listeners.set(listenerId, callback);
    callback({ eventName: "listenerRegistered", listenerId, pingData: ping });
  });
  return {
    api,
    listeners,
    say(parsedSections: Sections, signalStatus: unknown = "ready") {
      ping = { signalStatus, parsedSections };
      send("signalStatus");
    },
    sendNothing: () => listeners.forEach((callback) => callback(null)),
  };
}

function setUp(sections?: Sections) {
  const fake = fakeGpp();
  if (sections) fake.say(sections);
  const appear = (window: Page): unknown => Object.assign(window, { __gpp: fake.api });
  const scene = listenTo(
    {
      id: "gpp",
      adapter: gpp,
      fake: (window) => ({ appear: () => appear(window) }) as unknown as FakeBanner,
    },
    (banner) => banner.appear(),
  );
  return { ...scene, ...fake };
}

const unknown = { personalization: "unknown", statistics: "unknown" };
const denied = { personalization: "denied", statistics: "denied" };

describe("gpp (contract fake)", () => {
  test("without a section it says nothing", () => {
    const { consent, log } = setUp();
    expect(consent.get()).toEqual(unknown);
    expect(log).not.toHaveBeenCalled();
  });

  test.each<[string, Sections]>([
    ["the sale", { usnat: { SaleOptOut: 1, SharingOptOut: 2 } }],
    ["the sharing", { usca: { SaleOptOut: 2, SharingOptOut: 1 } }],
    ["targeted advertising", { usva: { SaleOptOut: 0, TargetedAdvertisingOptOut: 1 } }],
    ["one of two sections", { usnat: { SaleOptOut: 2 }, usco: { SaleOptOut: 1 } }],
    ["the core segment", { usnat: [{ SaleOptOut: 1 }, { GpcSegmentType: 1, Gpc: false }] }],
  ])("an opt-out of %s denies both purposes", (_, sections) => {
    expect(setUp(sections).consent.get()).toEqual(denied);
  });

  test.each<[string, Sections]>([
    [
      "not opted out",
      { usnat: { SaleOptOut: 2, SharingOptOut: 2, TargetedAdvertisingOptOut: 2, Gpc: false } },
    ],
    ["not applicable", { usnat: { SaleOptOut: 0, SharingOptOut: 0, TargetedAdvertisingOptOut: 0 } }],
    ["a section of Europe", { tcfeuv2: { SaleOptOut: 1, PurposeConsents: [true, true] } }],
    ["Global Privacy Control", { usnat: [{ SaleOptOut: 2 }, { GpcSegmentType: 1, Gpc: true }] }],
    ["no sections", {}],
    ["an empty section", { usnat: null, usca: [] }],
    ["strings", { usnat: { SaleOptOut: "1", Gpc: "true" } }],
    ["a string for a section", { usnat: "BVVqAAAAAWA.QA" }],
  ])("%s says nothing", (_, sections) => {
    const { consent, log } = setUp(sections);
    expect(consent.get()).toEqual(unknown);
    expect(log).not.toHaveBeenCalled();
  });

  test("only what is ready counts", () => {
    const { consent, say } = setUp();
    say({ usnat: { SaleOptOut: 1 } }, "not ready");
    expect(consent.get()).toEqual(unknown);
    say({ usnat: { SaleOptOut: 1 } });
    expect(consent.get()).toEqual(denied);
    say({ usnat: { SaleOptOut: 2 } }, "not ready");
    expect(consent.get()).toEqual(denied);
  });

  test("an opt-out taken back is no grant, but ends the denial", () => {
    const { consent, say } = setUp({ usnat: { SaleOptOut: 1 } });
    say({ usnat: { SaleOptOut: 2 } });
    expect(consent.get()).toEqual(unknown);
  });

  test.each<[string, Sections]>([
    ["missing", undefined],
    ["null", null],
  ])("sections that are %s say nothing", (_, sections) => {
    const { consent, log, say } = setUp();
    say(sections);
    expect(consent.get()).toEqual(unknown);
    expect(log).not.toHaveBeenCalled();
  });

  test("an event that is nothing says nothing", () => {
    const { consent, log, sendNothing } = setUp();
    sendNothing();
    expect(consent.get()).toEqual(unknown);
    expect(log).not.toHaveBeenCalled();
  });

  test("one that comes late is found", () => {
    const { api, say } = fakeGpp();
    const fake = (): FakeBanner => ({}) as FakeBanner;
    const { consent, window } = listenTo({ id: "gpp", adapter: gpp, fake });
    Object.assign(window, { __gpp: api });
    scriptLoaded(window);
    say({ usnat: { SaleOptOut: 1 } });
    expect(consent.get()).toEqual(denied);
  });

  test("what it throws is said once", () => {
    const __gpp = (): void => {
      throw new Error("inside the platform");
    };
    const fake = (): FakeBanner => ({}) as FakeBanner;
    const { consent, log, window } = listenTo({ id: "gpp", adapter: gpp, fake });
    Object.assign(window, { __gpp });
    scriptLoaded(window);
    scriptLoaded(window);
    expect(log).toHaveBeenCalledTimes(1);
    expect(consent.get()).toEqual(unknown);
  });

  test("after stop nothing is heard, and the listener is taken back", () => {
    const { consent, say, stop, listeners } = setUp();
    stop();
    expect(listeners.size).toBe(0);
    say({ usnat: { SaleOptOut: 1 } });
    expect(consent.get()).toEqual(unknown);
  });
});
