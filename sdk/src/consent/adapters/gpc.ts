/**
 * Whether the browser sends Global Privacy Control (https://w3c.github.io/gpc/#the-globalprivacycontrol-property).
 * @example
 * createConsent({ gpc: readGpc(navigator), … });
 */
export function readGpc(navigator: object): boolean {
  return (navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl === true;
}

/**
 * Whether the browser sends Do Not Track (https://www.w3.org/TR/tracking-dnt/#dom-navigator-donottrack).
 * @example
 * const dnt = readDnt(navigator);
 */
export function readDnt(navigator: object): boolean {
  return (navigator as { doNotTrack?: unknown }).doNotTrack === "1";
}
