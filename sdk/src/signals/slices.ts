import type { Stop } from "../kernel/index.js";

/** Runs a task when the page is idle, later than now, unless stopped before. */
export type Idle = (task: () => void) => Stop;

/** Idle time of a browser. Safari has none to give: a task of its own comes nearest. */
export const idleIn =
  (window: Window): Idle =>
  (task) => {
    if (!("requestIdleCallback" in window)) {
      const timer = setTimeout(task);
      return () => clearTimeout(timer);
    }
    const request = window.requestIdleCallback(task, { timeout: 1000 });
    return () => window.cancelIdleCallback(request);
  };

/** No step begins later in a slice: with the last one, a slow device stays below 8 ms. */
const sliceMs = 1;

/** So long, in ms, the steps wait for what they have asked for. */
const patienceMs = 3000;

/**
 * Takes all steps in slices of idle time.
 * @param load gets what the steps ask for by yielding `true`; it has come when the next step is taken, or is done without
 * when it has not come in 3 s
 * @returns takes no further step
 */
export function inSlices<Answer>(
  idle: Idle,
  steps: Iterator<unknown, unknown, Answer | undefined>,
  load?: () => Promise<Answer | undefined>,
): Stop {
  let cancel: Stop;
  let answer: Answer | undefined;
  const ask = (get: () => Promise<Answer | undefined>): void => {
    let waits = true;
    const go = (loaded?: Answer): void => {
      if (!waits) return;
      cancel();
      answer = loaded;
      cancel = idle(slice);
    };
    const timer = setTimeout(go, patienceMs);
    cancel = () => {
      waits = false;
      clearTimeout(timer);
    };
    void get().then(go);
  };
  const slice = (): void => {
    const end = performance.now() + sliceMs;
    do {
      const { done, value } = steps.next(answer);
      if (done) return;
      if (value === true && load) {
        ask(load);
        return;
      }
    } while (performance.now() <= end);
    cancel = idle(slice);
  };
  cancel = idle(slice);
  return () => cancel();
}
