interface PolicyFactory {
  createPolicy(
    name: string,
    rules: Readonly<
      Record<"createHTML" | "createScript" | "createScriptURL", (text: string) => string | null>
    >,
  ): unknown;
}

interface Scope {
  readonly trustedTypes?: PolicyFactory;
}

/** What a banner may write. */
export interface Allowed {
  html(text: string): boolean;
  /** Which addresses it may load scripts from; default: none. */
  scriptUrl?(url: string): boolean;
}

/** The toggles and crosses of vanilla-cookieconsent 3.1: one path of digits, nothing that could run. */
const icon = /^<svg viewBox="0 0 24 24" stroke-width="[\d.]+"><path d="[\d\sA-Za-z.,-]*"\/><\/svg>$/;

/** Tags that neither run nor load anything but pictures. */
const foreignTag = /<(?!\/?(?:a|b|br|button|div|img|li|p|span|strong|ul)[\s/>])/i;
const couldRun = /[\s"'/]on[a-z]+\s*=|javascript:/i;

/** Whether vanilla-cookieconsent may write this: plain text, or one of its icons. */
export function isBannerMarkup(text: string): boolean {
  return !text.includes("<") || icon.test(text);
}

/** Whether this markup is text, lists, buttons, links and pictures, without a script, a handler or a frame. */
export function isInertMarkup(text: string): boolean {
  return !foreignTag.test(text) && !couldRun.test(text);
}

/**
 * Allows a banner that writes HTML what it needs, and nothing else. Called before the banner writes for the first time.
 * A string is never made a script: `null` makes the browser throw.
 */
export function createDefaultPolicy(allowed: Allowed, scope: Scope = window as never): void {
  scope.trustedTypes?.createPolicy("default", {
    createHTML: (text) => (allowed.html(text) ? text : null),
    createScript: () => null,
    createScriptURL: (url) => (allowed.scriptUrl?.(url) === true ? url : null),
  });
}

/** Allows vanilla-cookieconsent, which writes its texts and icons with `innerHTML`. */
export function allowBannerMarkup(scope?: Scope): void {
  createDefaultPolicy({ html: isBannerMarkup }, scope);
}
