/**
 * A choice made through our own API is asked again after half a year: nobody else knows when it was made. A banner's choice
 * ends when the banner says so. https://www.cnil.fr/en/cookies-and-other-tracking-devices-cnil-publishes-new-guidelines
 */
const expiryMs = 180 * 86_400_000;

/** Whether a choice of this source and time (ms since 1970) has not expired. */
export const lasts = (source: unknown, at: unknown, now: number): boolean =>
  source !== "manual" || (at as number) > now - expiryMs;
