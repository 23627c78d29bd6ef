import type { Language } from "../catalogue/index.js";
import { defaultCmp, type Cmp } from "../cmps.js";
import { texts, type Texts } from "../texts/index.js";
import { pathOf, type Route } from "./routes.js";

/** What the build knows of the SDK's files. Both are missing until the SDK has been built. */
export interface Sdk {
  /** The text of boot.js, inlined at the top of the head. */
  readonly boot?: string;
  /** The integrity value of heimspiel.js. */
  readonly integrity?: string;
}

/** What every page function is given. */
export interface Context {
  readonly language: Language;
  readonly cmp: Cmp;
  readonly sdk: Sdk;
  readonly t: Texts;
  /** The address of a page in this language and mode. */
  readonly link: (route: Route, language?: Language) => string;
  /** The address of one of the shop's own files, with its version. */
  readonly asset: (file: string) => string;
  /** A price in euros, as this language writes it. */
  readonly money: (euros: number) => string;
}

/** Makes the context of one language and mode; `version` answers with a short hash of a file's content. */
export function createContext(
  language: Language,
  cmp: Cmp,
  { sdk = {}, version = () => "" }: { sdk?: Sdk; version?: (file: string) => string } = {},
): Context {
  const format = new Intl.NumberFormat(language === "de" ? "de-DE" : "en-IE", {
    style: "currency",
    currency: "EUR",
  });
  return {
    language,
    cmp,
    sdk,
    t: texts[language],
    link: (route, target = language) => pathOf(target, route) + (cmp === defaultCmp ? "" : `?cmp=${cmp}`),
    asset: (file) => withVersion(`/assets/${file}`, version(file)),
    money: (euros) => format.format(euros),
  };
}

function withVersion(path: string, version: string): string {
  return version === "" ? path : `${path}?v=${version}`;
}
