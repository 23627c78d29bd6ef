import { mayHaveMore, moreEvents } from "../consent/adapters/detect-more.js";
import { firstAdapters, startAdapters, type AdapterOptions } from "../consent/adapters/index.js";
import type { ConsentAdapter } from "../consent/index.js";
import type { Stop } from "../kernel/index.js";
import type { Core } from "./core.js";

/** Hears every banner that is known, or the one named, and shows our own where the page has its element. */
export function hearBanners(core: Core): Stop {
  const { window, log, options, settings, ear } = core;
  const { consent: named = "auto" } = options;
  const ports: AdapterOptions = { window, log, purposes: settings.manifest.consent?.purposes ?? {} };
  const stops: Stop[] = [];
  const hear = (adapters: readonly ConsentAdapter[]): void =>
    void stops.push(startAdapters({ adapters, window, log, hear: ear.hear, reset: ear.reset }));
  hear([...ownElements(core), ...(named === "manual" ? [] : choose(core, named, ports, hear))]);
  return () => stops.forEach((stop) => stop());
}

/** The adapters to begin with; the less common ones are loaded when one of their banners may be there, or is named. */
function choose(
  core: Core,
  named: string,
  ports: AdapterOptions,
  hear: (adapters: readonly ConsentAdapter[]) => void,
): ConsentAdapter[] {
  const { window, log, stages } = core;
  const any = named === "auto" || named === "strict";
  const isNamed = ({ id }: ConsentAdapter): boolean => any || id === named;
  const first = firstAdapters(ports, named);
  const begin = first.filter(isNamed);
  if (!any && begin[0]) return begin;
  const loadMore = async (): Promise<void> => {
    const more = (await stages["consent-more"]()).moreAdapters(ports);
    const wanted = more.filter(isNamed);
    if (!wanted[0]) log(`consent: "${named}" is not known; every banner is heard`);
    if (!core.stopped) hear(wanted[0] ? wanted : [...first, ...more]);
  };
  return [...begin, arrival(core, () => !any || mayHaveMore(window), loadMore)];
}

/** Our own elements, where the page has them: the banner, the visitor's preferences, and the recap. */
const ownElements = (core: Core): ConsentAdapter[] => {
  const has = (name: string) => () => !!core.window.document.querySelector(`heim-${name}`);
  return [
    arrival(core, has("consent"), async () => (await core.stages["consent-ui"]()).startBanner(core)),
    arrival(core, has("preferences"), async () => (await core.stages.preferences()).startPreferences(core)),
    arrival(core, has("exchange"), async () => (await core.stages.exchange()).startExchange(core)),
    arrival(core, has("recap"), async () => (await core.stages.recap()).startRecap(core)),
  ];
};

/** Waits on the page for what a stage is needed for, as for a banner; says nothing itself. */
const arrival = ({ log }: Core, detect: () => boolean, arrived: () => Promise<void>): ConsentAdapter => ({
  id: "",
  announcedBy: moreEvents,
  detect,
  read: () => ({}),
  subscribe() {
    arrived().catch((error: unknown) => log("consent", error));
    return () => undefined;
  },
});
