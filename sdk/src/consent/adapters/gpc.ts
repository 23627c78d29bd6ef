/**
 * Whether the browser sends Global Privacy Control (https://w3c.github.io/gpc/#the-globalprivacycontrol-property).
 * @example
 * createConsent({ gpc: readGpc(navigator), … });
 */
export function readGpc(navigator: object): boolean {
  return (navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl === true;
}
