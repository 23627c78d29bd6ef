import type { Boot } from "../boot.js";
import { lasts } from "../consent/lasts.js";
import { muted, resting } from "../interests/index.js";
import { fillText, watchSlots } from "../slots/index.js";
import { readDevice } from "../storage/read-device.js";
import { readState } from "./device-state.js";
import type { ConsentRecord } from "../consent/index.js";
import type { Environment } from "./environment.js";
import { gatherFacts } from "./facts.js";
import { signalled, type Options } from "./options.js";
import type { PageView } from "./page-view.js";
import { createPersonalizer, type SituationNow } from "./personalizer.js";
import { settingsOf } from "./settings.js";

type Beginning = Omit<PageView, "restored" | "personalizer">;

/** Begins a page view: what is stored is read and slots are decided as the parser delivers them. Never throws into the page. */
export function begin(options: Options, environment: Environment): PageView {
  const { window, log } = environment;
  const { document, heimspielBoot } = window;
  const view: Beginning = {
    ...environment,
    options,
    settings: settingsOf(typeof options.manifest === "object" ? options.manifest : {}, log),
    page: {},
    ready: false,
    faults: new Set(),
    events: [],
    granted: () => view.state !== undefined,
    notify: (event) => view.events.push(event),
    fault: (element) => view.faults.add(element),
    situation: () => situationOf(view),
    decide() {
      const now = view.situation();
      personalizer.decideAll(now);
      view.unfill();
      view.unfill = fillText(document, (now?.facts["declared"] ?? {}) as Record<string, unknown>);
    },
    unfill: () => undefined,
    use(manifest) {
      view.settings = settingsOf(manifest, log);
    },
    stop() {
      stopWatching();
      personalizer.stop();
    },
  };
  const personalizer = createPersonalizer(view);
  const stopWatching = watchSlots(document, personalizer.add, personalizer.drop);
  return Object.assign(view, {
    personalizer,
    restored: restore(view, heimspielBoot).catch((error: unknown) => log("restore", error)),
  });
}

/**
 * The fast path: what was stored, consent first, decides at once, without waiting for the banner's script. In strict
 * mode nothing is read. What the record means beyond that, the consent machine judges when it runs.
 */
async function restore(view: Beginning, boot: Boot | undefined): Promise<void> {
  const { options, window, random } = view;
  const { document } = window;
  const found = options.consent === "strict" ? undefined : await (boot?.read ?? readDevice());
  const [record, state, manifest] = found ?? [];
  view.record = record ?? (found && null);
  if (manifest) view.use(manifest);
  if (options.gpc !== "deny" || !signalled(window.navigator, options)) {
    if (isGrant(record, view)) view.state = readState(state, random);
    else if (options.beforeConsent && !record) view.blank = readState(0, random);
  }
  view.ready = true;
  view.decide();
  // The page may be painted; slots still to be parsed stay hidden until they are decided.
  boot?.release(view.granted() && document.readyState === "loading");
  if (boot?.held) document.addEventListener("readystatechange", () => boot.release());
}

const isGrant = (record: unknown, { options, clock }: Beginning): boolean => {
  const { purposes, policyVersion, source, at } = (record ?? {}) as Partial<ConsentRecord>;
  return (
    purposes?.personalization === "granted" &&
    policyVersion === (options.policyVersion ?? "") &&
    lasts(source, at, clock())
  );
};

function situationOf(view: Beginning): ReturnType<SituationNow> {
  const { settings, page, clock, window } = view;
  const state = view.granted() ? view.state : view.blank;
  if (!state) return undefined;
  const { policy, personas, manifest } = settings;
  const { profile, memory } = state;
  const now = clock();
  return {
    facts: gatherFacts({ profile, policy, personas, page, now, window }),
    memory,
    resting: resting(profile, now, policy),
    muted: muted(profile),
    now,
    visitStart: profile.visit.start,
    tact: manifest.tact,
  };
}
