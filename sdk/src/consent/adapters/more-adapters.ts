import type { ConsentAdapter } from "../adapter.js";
import { borlabs } from "./borlabs.js";
import { c15t } from "./c15t.js";
import { complianz } from "./complianz.js";
import { cookiebot } from "./cookiebot.js";
import { didomi } from "./didomi.js";
import { gpp } from "./gpp.js";
import { oneTrust } from "./onetrust.js";
import { orejime } from "./orejime.js";
import { osano } from "./osano.js";
import { tarteaucitron } from "./tarteaucitron.js";
import { usercentrics2 } from "./usercentrics-2.js";
import { usercentrics } from "./usercentrics.js";
import type { AdapterOptions } from "./vanilla-cookieconsent.js";

const all = [
  cookiebot,
  usercentrics,
  usercentrics2,
  oneTrust,
  didomi,
  osano,
  complianz,
  borlabs,
  c15t,
  orejime,
  tarteaucitron,
  gpp,
];

/** The adapters for pages with one of the less common banners, in the order of their precedence: a framework comes last. */
export function moreAdapters(options: AdapterOptions): ConsentAdapter[] {
  return all.map((adapter) => adapter(options));
}
