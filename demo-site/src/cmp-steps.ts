import type { Cmp } from "./cmps.js";

/** How a visitor answers a banner: selectors of what is clicked, in this order, on a page that still asks. */
export interface CmpSteps {
  /** Visible while the page asks. */
  readonly banner: string;
  readonly accept: readonly string[];
  readonly reject: readonly string[];
  readonly onlyPreferences: readonly string[];
  /** Visible after a click on `[data-open-consent]`. */
  readonly reopened: string;
  /** From there, after "accept": allows preferences only. */
  readonly withoutStatistics: readonly string[];
}

const cookieConsent = "#cc-main .pm";
const own = (name: string): string => `[data-own=${name}]`;
const orejime = (id: string): string => `[data-testid=orejime-${id}]`;

/** The steps of every banner that asks by itself. The built-in one is the SDK's and has its own tests. */
export const cmpSteps: Readonly<Record<Exclude<Cmp, "built-in" | "manual">, CmpSteps>> = {
  "vanilla-cookieconsent": {
    banner: "#cc-main .cm",
    accept: ["#cc-main .cm [data-role=all]"],
    reject: ["#cc-main .cm [data-role=necessary]"],
    onlyPreferences: [
      "#cc-main .cm [data-role=show]",
      `${cookieConsent} input[value=preferences]`,
      `${cookieConsent} [data-role=save]`,
    ],
    reopened: cookieConsent,
    withoutStatistics: [`${cookieConsent} input[value=statistics]`, `${cookieConsent} [data-role=save]`],
  },
  klaro: {
    banner: "#klaro .cookie-notice",
    accept: ["#klaro .cookie-notice .cm-btn-success"],
    reject: ["#klaro .cookie-notice .cn-decline"],
    onlyPreferences: [
      "#klaro .cn-learn-more",
      "#klaro label[for=service-item-preferences] .slider",
      "#klaro .cm-modal .cm-btn-accept",
    ],
    reopened: "#klaro .cm-modal",
    withoutStatistics: [
      "#klaro label[for=service-item-statistics] .slider",
      "#klaro .cm-modal .cm-btn-accept",
    ],
  },
  c15t: ownSteps(),
  orejime: {
    banner: orejime("banner"),
    accept: [orejime("banner-accept")],
    reject: [orejime("banner-decline")],
    onlyPreferences: [
      orejime("banner-configure"),
      "label[for=orejime-purpose-preferences]",
      orejime("modal-save"),
    ],
    reopened: orejime("modal"),
    withoutStatistics: ["label[for=orejime-purpose-statistics]", orejime("modal-save")],
  },
  tarteaucitron: {
    banner: "#tarteaucitronAlertBig",
    accept: ["#tarteaucitronPersonalize2"],
    reject: ["#tarteaucitronAllDenied2"],
    onlyPreferences: ["#tarteaucitronCloseAlert", "#preferencesAllowed", "#tarteaucitronSaveButton"],
    reopened: "#tarteaucitron",
    withoutStatistics: ["#statisticsDenied", "#tarteaucitronSaveButton"],
  },
  tcf: ownSteps(),
};

function ownSteps(): CmpSteps {
  return {
    banner: "[data-own-banner]",
    accept: [own("accept")],
    reject: [own("reject")],
    onlyPreferences: [own("details"), "[data-own-purpose=preferences]", own("save")],
    reopened: "[data-own-banner]",
    withoutStatistics: ["[data-own-purpose=statistics]", own("save")],
  };
}
