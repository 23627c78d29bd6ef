import { labelOf } from "../interests/words.js";
import type { PreferencesPorts, PreferencesView } from "../panel/index.js";
import type { Core } from "./core.js";
import { tellSent } from "./tell-sent.js";
import { labelsIn } from "./topics.js";

type Known = NonNullable<PreferencesView["known"]>;
type Panel = Awaited<ReturnType<Core["stages"]["panel"]>>;

/** What the preferences show and do, over a running core. */
export function preferencesPorts(core: Core, panel: Panel): PreferencesPorts {
  const { consent, emitter, log, window } = core;
  return {
    async read() {
      const sent = await tellSent(core).catch((error: unknown) => (log("what was sent", error), []));
      const known = knownOf(core, panel);
      return { choice: consent.get(), ...(known && { known }), sent };
    },
    topic: (topic, action) => panel.adjust(core, topic, action),
    tell: (name, value) => core.observe(({ declare }) => declare(name, value)),
    level: (level) => void panel.intensity(core, level),
    choose: (purpose, granted) => consent.set({ [purpose]: granted ? "granted" : "denied" }),
    async save() {
      const json = JSON.stringify(await core.exportData(), null, 2);
      return [`${window.location.hostname}-my-data.json`, json];
    },
    async erase() {
      consent.withdraw();
      await core.erased;
    },
    on(listener) {
      const stops = [emitter.on("change", listener), emitter.on("consent", listener)];
      return () => stops.forEach((stop) => stop());
    },
    log,
  };
}

function knownOf(core: Core, panel: Panel): Known | undefined {
  if (!core.state) return undefined;
  const { profile } = core.state;
  const { lang } = core.window.document.documentElement;
  const labels = labelsIn(core.settings.manifest, lang || "en");
  const dates = new Intl.DateTimeFormat(/^de\b/i.test(lang) ? "de" : "en-GB", { dateStyle: "long" });
  const topics = Object.entries(profile.topics);
  return {
    level: panel.intensity(core),
    topics: panel.describe(core),
    told: Object.entries(profile.declared).map(([name, { value }]) => [name, value]),
    resting: topics.flatMap(([id, { rests = 0 }]) =>
      rests > core.clock() ? [[labelOf(id, profile, labels), dates.format(rests)] as const] : [],
    ),
    arrival: arrivalOf(core, profile),
    chosen: Object.entries(profile.facets)
      .filter(([, { evident }]) => evident)
      .map(([key]) => key.replace("\n", ": ")),
  };
}

/** How the visitor came, and which of the shop's groups it is. */
function arrivalOf(core: Core, { visit, campaign }: NonNullable<Core["state"]>["profile"]): Known["arrival"] {
  const persona = core.situation()?.facts["persona"];
  return {
    visits: String(visit.count),
    ...(campaign && campaign.until > core.clock() && { campaign: campaign.id }),
    ...(visit.channel && { channel: visit.channel }),
    ...(typeof persona === "string" && { persona }),
  };
}
