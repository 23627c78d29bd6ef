import { startAdapters, vanillaCookieConsent } from "../consent/adapters/index.js";
import { createEar, type Ear } from "../consent/ear.js";
import type { TabNotice } from "../consent/index.js";
import type { Stop } from "../kernel/index.js";
import type { Core } from "./core.js";
import { listen } from "./environment.js";
import { onReturn } from "./on-return.js";
import { recheck } from "./recheck.js";

/** Starts listening to the shop's consent banner and to the other tabs, and looks for what was said before. */
export function startConsentStage(core: Core): Stop {
  const { window, consent, options, tabs } = core;
  const ear = createEar(consent);
  const stops = [ear.stop, onReturn(window, () => void recheck(core))];
  if (tabs) {
    stops.push(
      listen(tabs, "message", (event) => {
        const { data } = event as MessageEvent<(TabNotice & { kind?: string }) | null>;
        if (data?.kind === "consent") ear.hearTab(data);
      }),
    );
  }
  if (options.consent !== "manual") stops.push(hearBanners(core, ear));
  void recheck(core);
  return () => stops.forEach((stop) => stop());
}

/** Every banner that is known, or the one named. */
function hearBanners({ window, log, options, settings }: Core, { hear, reset }: Ear): Stop {
  const { purposes } = settings.manifest.consent ?? {};
  const all = [vanillaCookieConsent({ window, log, ...(purposes && { purposes }) })];
  const named = all.filter(({ id }) => id === options.consent);
  return startAdapters({ adapters: named.length > 0 ? named : all, window, log, hear, reset });
}
