import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, vi } from "vitest";
import type { ConsentRecord } from "../consent/index.js";
import { emptyMemory } from "../decisions/index.js";
import { emptyProfile, fold, type Profile } from "../interests/index.js";
import { build } from "../slots/build.test-helper.js";
import { begin } from "./begin.js";
import type { DeviceState } from "./device-state.js";
import { loadMore } from "./more.test-helper.js";
import { watchObservers, type Observers } from "./observers.test-helper.js";
import type { Options } from "./options.js";
import type { PageView } from "./page-view.js";

/** The time at which everything in these tests happens, in milliseconds since 1970. */
export const now = 1_700_000_000_000;

/** A record of consent, as an earlier page has kept it. */
export const granted: ConsentRecord = {
  v: 1,
  purposes: { personalization: "granted", statistics: "denied" },
  at: now - 1000,
  source: "manual",
  policyVersion: "",
};

/** A visitor who skis, and what the device knows of one. */
export const skier: Profile = fold(
  emptyProfile(),
  { kind: "declare", topics: [], name: "sport", value: "ski", at: now },
  now,
);
export const state: DeviceState = { profile: skier, memory: emptyMemory("seed") };

/** A slot with a variant for skiers. */
export const hero = (): HTMLElement =>
  build(`<section data-heim-slot="hero"><p>Default</p>
    <template data-heim-variant="ski" data-heim-when="declared.sport = ski"><p>Skis</p></template></section>`);

export const text = (element: Element): string => element.textContent.trim();

/** One page view with an empty device. */
export interface Scene {
  device: IDBFactory;
  observers: Observers;
  start(options?: Options, load?: typeof loadMore): Promise<{ view: PageView; said: string[] }>;
}

/** Sets up a page view for each test of a file. */
export function usePageView(): Scene {
  let view: PageView | undefined;
  const scene = {
    async start(options: Options = {}, load = loadMore) {
      const said: string[] = [];
      const log = (message: string): void => void said.push(message);
      view = begin(options, { window, clock: () => now, random: () => 1, log }, load);
      await view.restored;
      return { view, said };
    },
  } as Scene;
  beforeEach(() => {
    scene.device = new IDBFactory();
    vi.stubGlobal("indexedDB", scene.device);
    scene.observers = watchObservers();
  });
  afterEach(() => {
    view?.stop();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
    document.body.replaceChildren();
    delete window.heimspielBoot;
  });
  return scene;
}
