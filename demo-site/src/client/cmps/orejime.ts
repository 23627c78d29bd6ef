import { consentTexts } from "../../texts/consent.js";
import { one, readShopData } from "../page.js";
import { connect } from "./connect.js";

/** What the shop uses of https://github.com/boscop-fr/orejime#api */
interface Orejime {
  prompt(): void;
  readonly manager: { declineAll(): void };
}

declare global {
  interface Window {
    orejime?: Orejime;
    orejimeConfig?: unknown;
  }
}

const words = consentTexts[readShopData().language];

// Orejime's own script comes next and starts itself with this configuration. Its purposes go without the optional
// description, which it writes as HTML: that would need a Trusted Types policy. The modal's description says it instead.
window.orejimeConfig = {
  privacyPolicyUrl: one("[data-privacy-link]")?.getAttribute("href") ?? "/",
  cookie: { name: "almweg-orejime", sameSite: "lax" },
  purposes: (["preferences", "statistics"] as const).map((id) => ({
    id,
    title: words[id].title,
    cookies: [],
  })),
  translations: {
    banner: {
      title: words.title,
      description: words.text,
      accept: words.accept,
      acceptTitle: words.acceptAll,
      decline: words.reject,
      declineTitle: words.rejectAll,
      configure: words.choose,
      configureTitle: words.settings,
    },
    modal: {
      title: words.settings,
      description: [words.preferences, words.statistics]
        .map(({ title, text }) => `${title}: ${text}`)
        .join("\n"),
      acceptAll: words.acceptAll,
      declineAll: words.rejectAll,
      close: words.close,
      closeTitle: words.close,
      save: words.save,
      saveTitle: words.save,
    },
  },
};

connect({
  open: () => window.orejime?.prompt(),
  refuse: () => window.orejime?.manager.declineAll(),
});
