import type { Stop } from "../kernel/index.js";
import type { Core, Model } from "./core.js";
import type { Device } from "./device-state.js";
import { startLearning, type Learning } from "./learning.js";
import { watchNavigation, type Navigation } from "./navigation.js";
import type { Run } from "./personalizer.js";

/** A page of an app is there when its document has been left alone for so many milliseconds, … */
const stillMs = 1000;
/** … or when so many have passed: some pages never rest. */
const longestMs = 5000;

/** Runs `task` once an app has put in the page it has gone to. */
export function whenSettled(window: Window, task: () => void): Stop {
  const { navigation } = window as { navigation?: Navigation };
  let stopped = false;
  let still: ReturnType<typeof setTimeout> | undefined;
  let longest: typeof still;
  const stop = (): void => {
    stopped = true;
    observer.disconnect();
    clearTimeout(still);
    clearTimeout(longest);
  };
  const run = (): void => {
    stop();
    task();
  };
  const wait = (): void => {
    clearTimeout(still);
    still = setTimeout(run, stillMs);
  };
  const observer = new MutationObserver(wait);
  const begin = (): void => {
    if (stopped) return;
    observer.observe(window.document, { childList: true, characterData: true, subtree: true });
    longest = setTimeout(run, longestMs);
    wait();
  };
  // Where the app lets the browser know how long it takes; one that failed has a page, too.
  Promise.resolve(navigation?.transition?.finished).then(begin, begin);
  return stop;
}

/** What is to be done at a page turn. */
interface Turning {
  model: Model;
  reach: (goals: readonly string[]) => void;
  /** Hears of a new page before all else. */
  turned: () => void;
}

/**
 * Learns on this page, and on every page the app goes to without loading it. Each is a page of its own: what is known
 * of the one before is forgotten at once, the new one is read when the app has put it in, and a slot that has stayed can
 * be seen once more.
 */
export function learnByPages(core: Core, device: Device, { model, reach, turned }: Turning): Learning {
  const { window, personalizer, log } = core;
  let learning = startLearning(core, device, { model, reach });
  const turn = (): void => {
    learning.stop();
    core.page = {};
    turned();
    void device.flush();
    const stayed = [...personalizer.runs.values()];
    const { dataLayer } = window as { dataLayer?: unknown };
    learning = startLearning(core, device, {
      ...{ model, reach },
      since: Array.isArray(dataLayer) ? dataLayer.length : 0,
      settled: (start) =>
        whenSettled(window, () => {
          for (const run of stayed) watchAnew(run);
          core.decide();
          start();
        }),
    });
  };
  const unwatch = watchNavigation(window, () => {
    try {
      turn();
    } catch (error) {
      log("a page of the app is left out", error);
    }
  });
  return {
    signal: (signal) => learning.signal(signal),
    declare: (name, value) => learning.declare(name, value),
    stop() {
      unwatch();
      learning.stop();
    },
  };
}

/** A slot counts as seen once a page; the next decision watches it again. */
function watchAnew(run: Run): void {
  run.unwatch?.();
  delete run.unwatch;
  run.seen = false;
}
