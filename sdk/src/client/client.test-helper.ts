import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeAll, beforeEach, vi } from "vitest";
import type { Choice, ConsentRecord } from "../consent/index.js";
import { emptyMemory } from "../decisions/index.js";
import { emptyProfile, fold } from "../interests/index.js";
import { build } from "../slots/build.test-helper.js";
import { begin } from "./begin.js";
import { startClient } from "./client-stage.js";
import type { Stages } from "./core.js";
import type { DeviceState } from "./device-state.js";
import { settled } from "./fakes.test-helper.js";
import { watchObservers, type Observers } from "./observers.test-helper.js";
import type { Options } from "./options.js";
import { turn, watchListeners, type Listeners } from "./page.test-helper.js";
import type { Client } from "./public.js";
import { loadMore } from "./more.test-helper.js";

/** The time at which everything in these tests happens, in milliseconds since 1970. */
export const now = 1_700_000_000_000;

/** Both purposes granted, and the record of it. */
export const granted: Choice = { personalization: "granted", statistics: "granted" };
export const record: ConsentRecord = {
  v: 1,
  purposes: granted,
  at: now - 1,
  source: "manual",
  policyVersion: "",
};

/** A device that knows its visitor to ski. */
export const skier: DeviceState = {
  profile: fold(emptyProfile(), { kind: "declare", topics: [], name: "sport", value: "ski", at: now }, now),
  memory: emptyMemory("seed"),
};

/** All stages as they are built. */
export const real: Stages = {
  consent: () => import("./consent-stage.js"),
  "consent-more": () => import("./consent-more-stage.js"),
  "consent-ui": () => import("./consent-ui-stage.js"),
  manifest: () => import("./manifest-stage.js"),
  store: () => import("./store-stage.js"),
  observe: () => import("./observe-stage.js"),
  learn: () => import("./learn-stage.js"),
  "signals-more": () => import("./signals-more-stage.js"),
  visitor: () => import("./visitor-stage.js"),
  model: () => import("./model-stage.js"),
  report: () => import("./report-stage.js"),
  panel: () => import("./panel-stage.js"),
  why: () => import("./why-stage.js"),
  preferences: () => import("./preferences-stage.js"),
  exchange: () => import("./exchange-stage.js"),
  recap: () => import("./recap-stage.js"),
  inspector: () => import("./inspector-stage.js"),
  inspect: () => import("./inspect-stage.js"),
  lint: () => import("./lint-stage.js"),
};

/** No stage can be loaded. */
export const failing: Stages = Object.fromEntries(
  Object.keys(real).map((name) => [name, () => Promise.reject(new Error(`no ${name}`))]),
) as unknown as Stages;

/** Loads all stages, so that a test need not wait for modules. */
export async function warm(): Promise<void> {
  await loadMore();
  for (const stage of Object.values(real) as (() => Promise<unknown>)[]) await stage();
}

/** A slot with a variant for skiers. */
export const hero = (name = "hero"): HTMLElement =>
  build(`<section data-heim-slot="${name}"><p>Default</p>
    <template data-heim-variant="ski" data-heim-when="declared.sport = ski"><p>Skis</p></template></section>`);

/** One page with an empty device, a network that fails, and whatever runs there. */
export interface Scene {
  device: IDBFactory;
  observers: Observers;
  listeners: Listeners;
  /** Addresses and bodies asked of the network. */
  requests: (readonly [url: string, init: RequestInit | undefined])[];
  /** The status the network answers with; without one it fails. */
  network: { status?: number };
  /** Promises of ours that rejected with nobody listening: they would reach the page. */
  rejections: unknown[];
  /** Starts a client; what it logs is in `said`. */
  start(options?: Options, stages?: Stages): Promise<{ client: Client; said: string[] }>;
  end(): Promise<void>;
}

/** Sets the scene; `end` strikes it. Timers do not run of themselves. */
export function setScene(): Scene {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "requestAnimationFrame"] });
  const clients: Client[] = [];
  const rejections: unknown[] = [];
  const onRejection = (reason: unknown): number => rejections.push(reason);
  process.on("unhandledRejection", onRejection);
  turn(document, "visible");
  const scene: Scene = {
    device: new IDBFactory(),
    observers: watchObservers(),
    listeners: watchListeners(window, document),
    requests: [],
    network: {},
    rejections,
    async start(options = {}, stages = real) {
      const said: string[] = [];
      const log = (message: string): void => void said.push(message);
      const view = begin(options, { window, clock: () => now, random: () => 1, log }, loadMore);
      const client = startClient(view, stages, Promise.resolve());
      clients.push(client);
      await settled(20);
      return { client, said };
    },
    async end() {
      for (const client of clients) client.stop();
      await settled();
      process.off("unhandledRejection", onRejection);
      vi.useRealTimers();
      vi.unstubAllGlobals();
      vi.restoreAllMocks();
      document.body.replaceChildren();
    },
  };
  vi.stubGlobal("indexedDB", scene.device);
  vi.stubGlobal("fetch", (url: string, init?: RequestInit) => {
    scene.requests.push([url, init]);
    const { status } = scene.network;
    return status ? Promise.resolve({ status, ok: status < 400 }) : Promise.reject(new TypeError("network"));
  });
  return scene;
}

/** A new scene for every test of a file, the modules loaded beforehand. */
export function useScene(): Scene {
  const scene = {} as Scene;
  beforeAll(warm);
  beforeEach(() => void Object.assign(scene, setScene()));
  afterEach(() => scene.end());
  return scene;
}

/** An element's text, without the space around it. */
export const text = (element: Element): string => element.textContent.trim();

/** Names of the databases on a scene's device. */
export const names = async ({ device }: Scene): Promise<unknown[]> =>
  (await device.databases()).map(({ name }) => name);
