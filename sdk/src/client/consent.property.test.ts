// @vitest-environment happy-dom
import { IDBObjectStore } from "fake-indexeddb";
import fc from "fast-check";
import { beforeAll, expect, test, vi } from "vitest";
import type { Choice, ConsentState } from "../consent/index.js";
import { granted, hero, now, record, setScene, skier, warm, type Scene } from "./client.test-helper.js";
import { keep, stored } from "./device.test-helper.js";
import { settled } from "./fakes.test-helper.js";
import { turn } from "./page.test-helper.js";
import type { Client } from "./public.js";

beforeAll(warm);

type Step =
  | { do: "set"; choice: Partial<Choice> }
  | { do: "banner"; accepted: readonly string[] | undefined }
  | { do: "tab"; state: ConsentState }
  | { do: "withdraw" | "erase" | "use" | "leave" | "return" }
  | { do: "wait"; turns: number };

const state = fc.constantFrom<ConsentState>("granted", "denied", "unknown");
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant("set" as const),
    choice: fc.record({ personalization: state, statistics: state }, { requiredKeys: [] }),
  }),
  fc.record({
    do: fc.constant("banner" as const),
    accepted: fc.option(fc.subarray(["preferences", "statistics"]), { nil: undefined }),
  }),
  fc.record({ do: fc.constant("tab" as const), state }),
  fc.record({ do: fc.constantFrom("withdraw", "erase", "use", "leave", "return" as const) }),
  fc.record({ do: fc.constant("wait" as const), turns: fc.integer({ min: 1, max: 25 }) }),
);

/** A banner in the shape of vanilla-cookieconsent, whose answer is the test's. */
function banner() {
  let accepted: readonly string[] | undefined;
  Object.assign(window, {
    CookieConsent: {
      acceptedCategory: (name: string) => accepted?.includes(name) ?? false,
      validConsent: () => accepted !== undefined,
      getConfig: () => ({ preferences: {}, statistics: {} }),
    },
  });
  return (now: readonly string[] | undefined): void => {
    accepted = now;
    window.dispatchEvent(new Event("cc:onChange"));
  };
}

/** Watches every write and every request, and says which of them the state of the moment did not allow. */
function watch(scene: Scene, client: () => Client | undefined): string[] {
  const breaches: string[] = [];
  const allowed = (purpose: keyof Choice): boolean =>
    (client()?.consent.get() ?? granted)[purpose] === "granted";
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, value, key) {
    const isRefusal = key === "consent" && (value as typeof record).purposes.personalization === "denied";
    const purpose = key === "statistics" ? "statistics" : "personalization";
    if (!allowed(purpose) && !isRefusal) breaches.push(`put ${key as string}`);
    return put.call(this, value, key);
  });
  vi.stubGlobal("fetch", (url: string) => {
    if (!allowed("statistics")) breaches.push(`sent ${url}`);
    scene.requests.push([url, undefined]);
    return Promise.resolve({ status: 204, ok: true });
  });
  return breaches;
}

async function take(
  one: Step,
  client: Client,
  others: { choose: ReturnType<typeof banner>; tab: BroadcastChannel },
) {
  if (one.do === "set") client.consent.set(one.choice);
  else if (one.do === "banner") others.choose(one.accepted);
  else if (one.do === "tab")
    for (const purpose of ["personalization", "statistics"])
      others.tab.postMessage({ kind: "consent", purpose, state: one.state, at: now + 1, epoch: 1 });
  else if (one.do === "withdraw") client.consent.withdraw();
  else if (one.do === "erase") void client.erase();
  else if (one.do === "use") {
    client.signal({ kind: "view", topics: ["hiking"] });
    client.declare("size", 42);
    client.goal("signup");
  } else if (one.do === "wait") await settled(one.turns);
  else turn(document, one.do === "leave" ? "hidden" : "visible");
}

test("whatever the order of events, nothing is written or sent outside a grant, and after a denial nothing remains", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), fc.boolean(), async (steps, known) => {
      const scene = setScene();
      const choose = banner();
      const tab = new BroadcastChannel("heimspiel");
      let client: Client | undefined;
      try {
        if (known) await keep(scene.device, { consent: record, state: skier });
        const breaches = watch(scene, () => client);
        hero();
        ({ client } = await scene.start({ site: "outdoor", collector: "https://shop.example/heim" }));
        for (const one of steps) await take(one, client, { choose, tab });
        await settled(80);
        expect(breaches).toEqual([]);
        expect(scene.rejections).toEqual([]);
        if (client.consent.get().personalization !== "denied") return;
        const { consent, ...rest } = (await stored(scene.device)) ?? {};
        expect(rest).toEqual({});
        expect((consent as typeof record | undefined)?.purposes.personalization ?? "denied").toBe("denied");
      } finally {
        tab.close();
        Reflect.deleteProperty(window, "CookieConsent");
        await scene.end();
      }
    }),
    { numRuns: 100 },
  );
}, 120_000);
