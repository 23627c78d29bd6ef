import { arrive } from "../interests/index.js";
import type { Stop } from "../kernel/index.js";
import { arrivalIn, channelIn, cleanAddress } from "./arrival.js";
import type { Core } from "./core.js";
import type { Device } from "./device-state.js";
import { startQuizzes } from "./quiz.js";

export { answersOf } from "./quiz.js";

/** Starts the page's quizzes on what the visitor has declared so far. */
export function startQuizStage(core: Core): Stop {
  return startQuizzes({
    document: core.window.document,
    declared: () => (core.situation()?.facts["declared"] ?? {}) as Record<string, unknown>,
    declare: (name, value) => core.observe((observer) => observer.declare(name, value)),
    log: core.log,
  });
}

/** Notes down how the visitor came: by which channel, and with the campaign that the page's address names, if it does. */
export function noteArrival(core: Core, device: Device): void {
  const { window, clock, settings } = core;
  const { search, hostname } = window.location;
  const channel = channelIn(search, window.document.referrer, hostname);
  const arrival = arrivalIn(search, settings.manifest, clock());
  device.change((state) => {
    const { visit, ...rest } = state.profile;
    const profile = { ...rest, visit: channel ? { channel, ...visit } : visit };
    if (!arrival) return { ...state, profile };
    return { ...state, profile: arrive(profile, arrival.id, arrival.until, channel ?? visit.channel) };
  });
  core.decide();
  if (!arrival) return;
  const { topics } = arrival;
  if (topics[0]) core.observe((observer) => observer.signal({ kind: "select", topics }));
  cleanAddress(window);
  // An offer opened in an e-mail has to stand on the next page, however soon that comes.
  void device.flush();
}
