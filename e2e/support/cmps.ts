import { expect, type Page } from "@playwright/test";
import { cmpSteps, type CmpSteps } from "../../demo-site/src/cmp-steps.js";

/** One consent banner of the demo shop, as a visitor meets it and as its own interface answers. */
export interface Cmp extends CmpSteps {
  /** Value of `?cmp=`. */
  id: string;
  /** Who the consent record names. */
  source: string;
  /** From the reopened dialog: no to everything after `withoutStatistics`, and yes to everything after that. */
  rejectAll: readonly string[];
  acceptAll: readonly string[];
  /** Whether the banner's own interface says yes to the preferences; runs in the page. */
  saysYes: () => boolean | Promise<boolean>;
  /** The SDK's own: it hears of a choice in another tab, and the SDK keeps the visitor's no for it. */
  ours: boolean;
}

/** The globals of the real packages, as far as they are asked here. */
interface Globals {
  CookieConsent: { acceptedCategory(name: string): boolean };
  klaro: { getManager(): { confirmed: boolean; getConsent(name: string): boolean } };
  c15tStore: { getState(): { has(name: string): boolean } };
  orejime: { manager: { getConsent(id: string): boolean } };
  tarteaucitron: { state: Record<string, boolean> };
  heimspiel: { consent: { get(): { personalization: string } } };
}

interface TcData {
  listenerId: number;
  publisher: { consents: Record<string, boolean> };
}

declare global {
  interface Window {
    __tcfapi?: (command: string, version: 2, callback: (data: TcData) => void, parameter?: number) => void;
  }
}

const own = { rejectAll: ["[data-own=reject]"], acceptAll: ["[data-own=accept]"] };
const klaroToggle = (name: string): string => `#klaro label[for=service-item-${name}] .slider`;
const klaroSave = "#klaro .cm-modal .cm-btn-accept";
const inDialog = (part: string): string => `[part~=dialog] [part~=${part}]`;

/** All of them: the real packages from npm, and the SDK's own banner. */
export const cmps: readonly Cmp[] = [
  {
    id: "vanilla-cookieconsent",
    source: "vanilla-cookieconsent",
    ...cmpSteps["vanilla-cookieconsent"],
    rejectAll: ["#cc-main .pm [data-role=necessary]"],
    acceptAll: ["#cc-main .pm [data-role=all]"],
    saysYes: () => (window as unknown as Globals).CookieConsent.acceptedCategory("preferences"),
    ours: false,
  },
  {
    id: "klaro",
    source: "klaro",
    ...cmpSteps.klaro,
    // After a choice Klaro's dialog has no button for all or nothing any more.
    rejectAll: [klaroToggle("preferences"), klaroSave],
    acceptAll: [klaroToggle("preferences"), klaroToggle("statistics"), klaroSave],
    saysYes() {
      const manager = (window as unknown as Globals).klaro.getManager();
      return manager.confirmed && manager.getConsent("preferences");
    },
    ours: false,
  },
  {
    id: "c15t",
    source: "c15t",
    ...cmpSteps.c15t,
    ...own,
    saysYes: () => (window as unknown as Globals).c15tStore.getState().has("experience"),
    ours: false,
  },
  {
    id: "orejime",
    source: "orejime",
    ...cmpSteps.orejime,
    rejectAll: ["[data-testid=orejime-modal-disable-all]", "[data-testid=orejime-modal-save]"],
    acceptAll: ["[data-testid=orejime-modal-enable-all]", "[data-testid=orejime-modal-save]"],
    saysYes: () => (window as unknown as Globals).orejime.manager.getConsent("preferences"),
    ours: false,
  },
  {
    id: "tarteaucitron",
    source: "tarteaucitron",
    ...cmpSteps.tarteaucitron,
    rejectAll: ["#tarteaucitronAllDenied", "#tarteaucitronSaveButton"],
    acceptAll: ["#tarteaucitronAllAllowed", "#tarteaucitronSaveButton"],
    saysYes: () => (window as unknown as Globals).tarteaucitron.state["preferences"] === true,
    ours: false,
  },
  {
    id: "tcf",
    source: "tcf",
    ...cmpSteps.tcf,
    ...own,
    saysYes: () =>
      new Promise((resolve) => {
        window.__tcfapi?.("addEventListener", 2, ({ listenerId, publisher }) => {
          window.__tcfapi?.("removeEventListener", 2, () => undefined, listenerId);
          resolve(publisher.consents["5"] === true);
        });
      }),
    ours: false,
  },
  {
    id: "built-in",
    source: "manual",
    banner: "[part~=banner]",
    accept: ["[part~=banner] [part~=accept]"],
    reject: ["[part~=banner] [part~=reject]"],
    onlyPreferences: ["[part~=banner] [part~=choose]", `${inDialog("checkbox")} >> nth=0`, inDialog("save")],
    reopened: "[part~=dialog]",
    withoutStatistics: [`${inDialog("checkbox")} >> nth=1`, inDialog("save")],
    rejectAll: [inDialog("reject")],
    acceptAll: [inDialog("accept")],
    saysYes: () => (window as unknown as Globals).heimspiel.consent.get().personalization === "granted",
    ours: true,
  },
];

/** What Klaro's `getConsent` says, which is true for a toggle that nobody has saved; runs in the page. */
export const saysToggled = (): boolean =>
  (window as unknown as Globals).klaro.getManager().getConsent("preferences");

/** Clicks one after the other, as a visitor does. */
export async function click(page: Page, selectors: readonly string[]): Promise<void> {
  for (const selector of selectors) await page.locator(selector).first().click();
}

/** Answers the banner that asks by itself. Some hear clicks only half a second after they can be seen. */
export async function answer(page: Page, { banner }: Cmp, selectors: readonly string[]): Promise<void> {
  await expect(async () => {
    await click(page, selectors);
    await expect(page.locator(banner).first()).toBeHidden({ timeout: 500 });
  }).toPass();
}

/** Opens the banner again by the shop's own link. */
export async function reopen(page: Page, { reopened }: Cmp): Promise<void> {
  await page.locator("[data-open-consent]").first().click();
  await expect(page.locator(reopened).first()).toBeVisible();
}

/** Whether the banner itself says yes to the preferences; `undefined` while it cannot be asked. */
export const saysYes = (page: Page, cmp: Cmp): Promise<boolean | undefined> =>
  page.evaluate(cmp.saysYes).catch(() => undefined);

/** Opens the banner again and answers until it says yes, or no, to the preferences itself; see `answer` for why. */
export async function changeTo(yes: boolean, page: Page, cmp: Cmp): Promise<void> {
  await expect(async () => {
    if (!(await page.locator(cmp.reopened).first().isVisible())) await reopen(page, cmp);
    await click(page, yes ? cmp.acceptAll : cmp.rejectAll);
    await expect.poll(() => saysYes(page, cmp), { timeout: 1000 }).toBe(yes);
  }).toPass();
}
