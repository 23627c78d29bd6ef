/** A value of `?cmp=`: the consent banner a page runs with. */
export type Cmp =
  "vanilla-cookieconsent" | "klaro" | "c15t" | "orejime" | "tarteaucitron" | "tcf" | "built-in" | "manual";

/** What a page needs for one banner. */
export interface CmpParts {
  /** Style sheets below `/assets/`. */
  readonly styles: readonly string[];
  /** Scripts below `/assets/`, in their order; `{language}` stands for the page's. */
  readonly scripts: readonly string[];
  /** What stands in the page for it, just before `</body>`. */
  readonly element?: "manual-bar" | "own-banner" | "heim-consent";
  /** `trusted-types` of the policy: a banner that writes HTML needs a policy named `default`. */
  readonly trustedTypes: "'none'" | "default";
}

/** The mode of an address without `?cmp=`, or with one that names no banner. */
export const defaultCmp: Cmp = "vanilla-cookieconsent";

/** Every mode of the shop. The reasons for the policies stand in README.md. */
export const cmps: Readonly<Record<Cmp, CmpParts>> = {
  "vanilla-cookieconsent": {
    styles: ["vendor/cookieconsent.css", "cmps/vanilla-cookieconsent.css"],
    scripts: ["vendor/cookieconsent.umd.js", "cmps/vanilla-cookieconsent.js"],
    trustedTypes: "default",
  },
  klaro: {
    styles: ["vendor/klaro.min.css", "cmps/klaro.css"],
    scripts: ["cmps/klaro.js", "vendor/klaro-no-css.js"],
    trustedTypes: "'none'",
  },
  c15t: {
    styles: ["cmps/own-banner.css"],
    scripts: ["cmps/c15t.js"],
    element: "own-banner",
    trustedTypes: "'none'",
  },
  orejime: {
    styles: ["vendor/orejime-standard.css", "cmps/orejime.css"],
    scripts: ["cmps/orejime.js", "vendor/orejime-standard-{language}.js"],
    trustedTypes: "'none'",
  },
  tarteaucitron: {
    styles: ["cmps/tarteaucitron.css"],
    scripts: ["vendor/tarteaucitron/tarteaucitron.min.js", "cmps/tarteaucitron.js"],
    trustedTypes: "default",
  },
  tcf: {
    styles: ["cmps/own-banner.css"],
    scripts: ["vendor/stub.js", "cmps/tcf.js"],
    element: "own-banner",
    trustedTypes: "'none'",
  },
  "built-in": { styles: [], scripts: [], element: "heim-consent", trustedTypes: "'none'" },
  manual: { styles: [], scripts: [], element: "manual-bar", trustedTypes: "'none'" },
};

/** All modes, the default first. */
export const cmpIds: readonly Cmp[] = Object.keys(cmps) as Cmp[];

/** The mode an address asks for. */
export function cmpOf(value: string | null): Cmp {
  return cmpIds.find((id) => id === value) ?? defaultCmp;
}
