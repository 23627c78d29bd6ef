import { arrive } from "../interests/index.js";
import type { Stop } from "../kernel/index.js";
import { arrivalIn, cleanAddress } from "./arrival.js";
import type { Core } from "./core.js";
import type { Device } from "./device-state.js";
import { startQuizzes } from "./quiz.js";

/** Starts the page's quizzes on what the visitor has declared so far. */
export function startQuizStage(core: Core): Stop {
  return startQuizzes({
    document: core.window.document,
    declared: () => (core.situation()?.facts["declared"] ?? {}) as Record<string, unknown>,
    declare: (name, value) => core.observe((observer) => observer.declare(name, value)),
    log: core.log,
  });
}

/** Begins the campaign that the page's address names, if it does. */
export function beginCampaign(core: Core, device: Device): void {
  const { window, clock, settings } = core;
  const arrival = arrivalIn(window.location.search, settings.manifest, clock());
  if (!arrival) return;
  const { id, until, topics } = arrival;
  device.change((state) => ({ ...state, profile: arrive(state.profile, id, until) }));
  if (topics[0]) core.observe((observer) => observer.signal({ kind: "select", topics }));
  cleanAddress(window);
  // An offer opened in an e-mail has to stand on the next page, however soon that comes.
  void device.flush();
  core.decide();
}
