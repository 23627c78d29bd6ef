import { expect, type Page } from "@playwright/test";
import { cmpSteps, type CmpSteps } from "../../demo-site/src/cmp-steps.js";

type Purpose = "preferences" | "statistics";

/** One consent banner of the demo shop, as a visitor meets it and as its own interface answers. */
export interface Cmp extends CmpSteps {
  /** Value of `?cmp=`. */
  id: string;
  /** Who the consent record names. */
  source: string;
  /** From the reopened dialog: takes `withoutStatistics` back; no to everything after that; and then yes to everything. */
  withStatistics: readonly string[];
  rejectAll: readonly string[];
  acceptAll: readonly string[];
  /** Whether the banner's own interface says yes to a purpose; runs in the page. */
  says: (purpose: Purpose) => boolean | Promise<boolean>;
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
  heimspiel: { consent: { get(): { personalization: string; statistics: string } } };
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
    withStatistics: cmpSteps["vanilla-cookieconsent"].withoutStatistics,
    rejectAll: ["#cc-main .pm [data-role=necessary]"],
    acceptAll: ["#cc-main .pm [data-role=all]"],
    says: (purpose) => (window as unknown as Globals).CookieConsent.acceptedCategory(purpose),
    ours: false,
  },
  {
    id: "klaro",
    source: "klaro",
    ...cmpSteps.klaro,
    withStatistics: cmpSteps.klaro.withoutStatistics,
    // After a choice Klaro's dialog has no button for all or nothing any more.
    rejectAll: [klaroToggle("preferences"), klaroToggle("statistics"), klaroSave],
    acceptAll: [klaroToggle("preferences"), klaroToggle("statistics"), klaroSave],
    says(purpose) {
      const manager = (window as unknown as Globals).klaro.getManager();
      return manager.confirmed && manager.getConsent(purpose);
    },
    ours: false,
  },
  {
    id: "c15t",
    source: "c15t",
    ...cmpSteps.c15t,
    withStatistics: cmpSteps.c15t.withoutStatistics,
    ...own,
    says: (purpose) =>
      (window as unknown as Globals).c15tStore
        .getState()
        .has(purpose === "preferences" ? "experience" : "measurement"),
    ours: false,
  },
  {
    id: "orejime",
    source: "orejime",
    ...cmpSteps.orejime,
    withStatistics: cmpSteps.orejime.withoutStatistics,
    rejectAll: ["[data-testid=orejime-modal-disable-all]", "[data-testid=orejime-modal-save]"],
    acceptAll: ["[data-testid=orejime-modal-enable-all]", "[data-testid=orejime-modal-save]"],
    says: (purpose) => (window as unknown as Globals).orejime.manager.getConsent(purpose),
    ours: false,
  },
  {
    id: "tarteaucitron",
    source: "tarteaucitron",
    ...cmpSteps.tarteaucitron,
    withStatistics: ["#statisticsAllowed", "#tarteaucitronSaveButton"],
    rejectAll: ["#tarteaucitronAllDenied", "#tarteaucitronSaveButton"],
    acceptAll: ["#tarteaucitronAllAllowed", "#tarteaucitronSaveButton"],
    says: (purpose) => (window as unknown as Globals).tarteaucitron.state[purpose] === true,
    ours: false,
  },
  {
    id: "tcf",
    source: "tcf",
    ...cmpSteps.tcf,
    withStatistics: cmpSteps.tcf.withoutStatistics,
    ...own,
    says: (purpose) =>
      new Promise((resolve) => {
        window.__tcfapi?.("addEventListener", 2, ({ listenerId, publisher }) => {
          window.__tcfapi?.("removeEventListener", 2, () => undefined, listenerId);
          resolve(publisher.consents[purpose === "preferences" ? "5" : "8"] === true);
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
    withStatistics: [`${inDialog("checkbox")} >> nth=1`, inDialog("save")],
    rejectAll: [inDialog("reject")],
    acceptAll: [inDialog("accept")],
    says(purpose) {
      const choice = (window as unknown as Globals).heimspiel.consent.get();
      return choice[purpose === "preferences" ? "personalization" : "statistics"] === "granted";
    },
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

/** What the banner itself says to preferences and statistics; `undefined` while it cannot be asked. */
export async function answersOf(page: Page, { says }: Cmp): Promise<[boolean, boolean] | undefined> {
  try {
    const ask = (purpose: Purpose): Promise<boolean> => page.evaluate<boolean, Purpose>(says, purpose);
    return [await ask("preferences"), await ask("statistics")];
  } catch {
    return undefined; // it has not loaded yet, or the page is on its way
  }
}

/** Opens the banner again and answers, until it says so itself to preferences and statistics; see `answer` for why. */
export async function change(
  page: Page,
  cmp: Cmp,
  [selectors, answers]: [selectors: readonly string[], answers: [boolean, boolean]],
): Promise<void> {
  await expect(async () => {
    if (!(await page.locator(cmp.reopened).first().isVisible())) await reopen(page, cmp);
    await click(page, selectors);
    await expect.poll(() => answersOf(page, cmp), { timeout: 2000 }).toEqual(answers);
  }).toPass();
}
