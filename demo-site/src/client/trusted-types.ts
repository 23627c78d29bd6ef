interface PolicyFactory {
  createPolicy(
    name: string,
    rules: Readonly<
      Record<"createHTML" | "createScript" | "createScriptURL", (text: string) => string | null>
    >,
  ): unknown;
}

/** The toggles and crosses of vanilla-cookieconsent 3.1: one path of digits, nothing that could run. */
const icon = /^<svg viewBox="0 0 24 24" stroke-width="[\d.]+"><path d="[\d\sA-Za-z.,-]*"\/><\/svg>$/;

/** Whether the banner may write this: plain text, or one of its icons. */
export function isBannerMarkup(text: string): boolean {
  return !text.includes("<") || icon.test(text);
}

/**
 * Allows the consent banner, which writes its texts with `innerHTML`, and nothing else. Called before the banner's
 * script runs. Scripts and script addresses are always refused: `null` makes the browser throw.
 */
export function allowBannerMarkup(scope: { trustedTypes?: PolicyFactory } = window as never): void {
  const refuse = (): null => null;
  scope.trustedTypes?.createPolicy("default", {
    createHTML: (text) => (isBannerMarkup(text) ? text : null),
    createScript: refuse,
    createScriptURL: refuse,
  });
}
