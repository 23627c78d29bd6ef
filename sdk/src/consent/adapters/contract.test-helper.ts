import { Window as HappyWindow } from "happy-dom";
import { describe, expect, test, vi, type Mock } from "vitest";
import type { Log, Purpose } from "../../kernel/index.js";
import type { ConsentAdapter } from "../adapter.js";
import { createEar } from "../ear.js";
import { createConsent } from "../machine.js";
import type { Consent } from "../consent.js";
import { startAdapters } from "./start-adapters.js";

/** What the contract's page is. */
export type Page = Window & typeof globalThis;

/**
 * A contract fake: behaves as the banner's documentation says, and is no proof that the real one does. Answers that come
 * later come in microtasks, no timers.
 */
export interface FakeBanner {
  /** Puts the banner on the page as its script does once it has loaded, with the event that tells of it, if there is one. */
  appear(): void;
  /** The visitor's choice, with the events the real banner sends. */
  choose(choice: Readonly<Record<Purpose, boolean>>): void;
  /** Each spoils the answers in one way, and tells of a change. */
  malformed: Readonly<Record<string, () => void>>;
  /** From now on whatever is called throws; tells of a change. */
  breakDown(): void;
  /** Forgets the visitor's choice, as after its expiry, and tells of it, where the banner can. */
  reset?(): void;
}

/** One adapter and the fake it is held against. */
export interface Contract {
  id: string;
  adapter: (ports: { window: Page; log: Log }) => ConsentAdapter;
  fake: (window: Page) => FakeBanner;
}

/** A page with an adapter that listens. */
export interface Scene {
  window: Page;
  log: Mock<Log>;
  consent: Consent;
  banner: FakeBanner;
  adapter: ConsentAdapter;
  /** How often everything had to be erased. */
  erased: () => number;
  stop: () => void;
}

const both = { personalization: true, statistics: true };
const neither = { personalization: false, statistics: false };
const unknown = { personalization: "unknown", statistics: "unknown" };
const granted = { personalization: "granted", statistics: "granted" } as const;

/** Lets promises that are already settled be heard. */
export async function settled(): Promise<void> {
  for (let turns = 0; turns < 10; turns++) await Promise.resolve();
}

/** Starts the adapter on an empty page; with `before` the banner is there first. */
export function listenTo({ id, adapter, fake }: Contract, before?: (banner: FakeBanner) => void): Scene {
  const window = new HappyWindow() as unknown as Page;
  const log = vi.fn<Log>();
  const consent = createConsent({ clock: () => 1, log, gpc: false });
  consent.restore(undefined);
  const ear = createEar(consent);
  const banner = fake(window);
  before?.(banner);
  const one = adapter({ window, log });
  expect(one.id).toBe(id);
  let erased = 0;
  consent.on(({ erase }) => void (erased += erase ? 1 : 0));
  const stop = startAdapters({ adapters: [one], window, hear: ear.hear, reset: ear.reset, log });
  return { window, log, consent, banner, adapter: one, erased: () => erased, stop };
}

/** A script of the page has loaded: the sign by which banners without an event of their own are found. */
export function scriptLoaded({ document, Event }: Page): void {
  const script = document.createElement("script");
  document.head.append(script);
  script.dispatchEvent(new Event("load"));
}

/** Registers the tests every adapter has to pass. */
export function contractTests(contract: Contract): void {
  describe(`${contract.id} (contract fake)`, () => {
    const appear = async (): Promise<Scene> => {
      const scene = listenTo(contract, (banner) => banner.appear());
      await settled();
      return scene;
    };

    test("a banner nobody has answered says nothing", async () => {
      const { consent, log } = await appear();
      expect(consent.get()).toEqual(unknown);
      expect(log).not.toHaveBeenCalled();
    });

    test("a choice made before the adapter listened is read", async () => {
      const { consent } = listenTo(contract, (banner) => {
        banner.appear();
        banner.choose(both);
      });
      await settled();
      expect(consent.get()).toEqual(granted);
    });

    test("a banner that loads late is found, with the choice it remembers", async () => {
      const { banner, consent, window } = listenTo(contract);
      expect(consent.get()).toEqual(unknown);
      banner.appear();
      scriptLoaded(window);
      banner.choose(both);
      await settled();
      expect(consent.get()).toEqual(granted);
    });

    test("accept, change, decline, accept again", async () => {
      const { banner, consent, erased } = await appear();
      banner.choose(both);
      await settled();
      expect(consent.get()).toEqual(granted);
      banner.choose({ personalization: true, statistics: false });
      await settled();
      expect(consent.get()).toEqual({ personalization: "granted", statistics: "denied" });
      banner.choose(neither);
      await settled();
      expect(consent.get()).toEqual({ personalization: "denied", statistics: "denied" });
      expect(erased()).toBe(2);
      banner.choose(both);
      await settled();
      expect(consent.get()).toEqual(granted);
    });

    test("decline at first grants nothing", async () => {
      const { banner, consent } = await appear();
      banner.choose(neither);
      await settled();
      expect(Object.values(consent.get())).not.toContain("granted");
    });

    test("malformed answers grant nothing and throw nothing", async () => {
      const kinds = Object.keys(contract.fake(new HappyWindow() as unknown as Page).malformed);
      expect(kinds.length).toBeGreaterThan(0);
      for (const kind of kinds) {
        const { banner, consent } = await appear();
        banner.malformed[kind]?.();
        await settled();
        expect({ kind, ...consent.get() }).toEqual({ kind, ...unknown });
      }
    });

    test("what the banner throws is said once and grants nothing", async () => {
      const { banner, consent, log, window } = await appear();
      banner.breakDown();
      scriptLoaded(window);
      await settled();
      scriptLoaded(window);
      await settled();
      expect(Object.values(consent.get())).not.toContain("granted");
      expect(log).toHaveBeenCalledTimes(1);
      expect(log.mock.calls[0]?.[0]).toContain(contract.id);
    });

    test("after stop nothing is heard", async () => {
      const { banner, consent, stop } = await appear();
      stop();
      banner.choose(both);
      await settled();
      expect(consent.get()).toEqual(unknown);
    });

    test("a choice the banner has forgotten ends the grant", async () => {
      const { banner, consent, erased } = await appear();
      if (!banner.reset) return;
      banner.choose(both);
      await settled();
      banner.reset();
      await settled();
      expect(consent.get()).toEqual(unknown);
      expect(erased()).toBe(1);
    });
  });
}
