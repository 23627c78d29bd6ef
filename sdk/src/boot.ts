/**
 * The few bytes inlined at the top of <head>. They start reading the device's store at once and hide the slots, not the
 * page, and let go in the same moment they learn that there is nothing to personalize. A first-time visitor so never waits
 * for a script, and a limit ends every wait.
 *
 * The style sheet is constructed, not an inline style, so that it stands under `style-src 'self'`. The paint itself is not
 * held (by `<link rel=expect>`): it would come no earlier with the slots, and a frame later without them.
 */
import { readDevice, type DeviceRecords } from "./storage/read-device.js";
import { ignoreSelector, partSelector } from "./slots/selectors.js";

/** What `boot.js` leaves for the decision stage as `window.heimspielBoot`. */
export interface Boot {
  /** `undefined` when there is no database, or it could not be read. Never rejects. */
  readonly read: Promise<DeviceRecords | undefined>;
  /** Whether slots without a state are hidden now. False for good once the limit has passed. */
  held: boolean;
  /** When the page began to wait, ms on `performance`'s clock. */
  readonly began: number;
  /** Set by the decision stage: each part has a limit of its own, and only the page is shown at ours. */
  kept?: boolean;
  /**
   * Shows everything. With `keepSlots` only the page is shown: slots stay hidden until they have a state, the limit
   * is off, and to call `release()` in the end is from then on the caller's duty.
   */
  release(keepSlots?: unknown): void;
}

declare global {
  interface Window {
    heimspielBoot?: Boot;
  }
}

/** Milliseconds. A part's own `data-heim-wait` is kept by the decision stage, once that runs. */
const limit = 200;
const hideSlots = `:is(${partSelector}):not([data-heim-state],${ignoreSelector},${ignoreSelector} *){visibility:hidden!important}`;
// Not by `document.currentScript`: the first element that scripts touch costs a page more than all of this.
const holdsPage = document.querySelector("script[data-hold=page]");

const start = (): void => {
  const sheet = new CSSStyleSheet();
  const timer = setTimeout(() => boot.release(boot.kept), limit);
  const boot: Boot = {
    held: true,
    began: performance.now(),
    read: readDevice(),
    release(keepSlots) {
      clearTimeout(timer);
      boot.held &&= !!keepSlots;
      sheet.replaceSync(boot.held ? hideSlots : "");
    },
  };
  window.heimspielBoot = boot;
  void boot.read.then((values) => {
    const consent = values?.[0] as { purposes?: { personalization?: unknown } } | undefined;
    if (consent?.purposes?.personalization !== "granted" || !values?.[1]) boot.release();
  });
  sheet.replaceSync(hideSlots + (holdsPage ? ":root{opacity:0!important}" : ""));
  document.adoptedStyleSheets.push(sheet);
};

try {
  start();
} catch {
  // A browser without constructable style sheets shows the default first, as a page without boot does.
}
