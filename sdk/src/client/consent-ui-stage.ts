import { defineConsentBanner } from "../panel/index.js";
import type { Core } from "./core.js";

/** Makes `<heim-consent>` the page's consent banner. */
export function startBanner(core: Core): void {
  const { window, consent, emitter, log } = core;
  core.asks = true;
  const { get, set } = consent;
  defineConsentBanner(window, { get, set, on: (listener) => emitter.on("consent", listener), log });
}
