/** Runs a task when the page is idle, later than now. */
export type Idle = (task: () => void) => void;

/** Idle time of a browser. Safari has none to give: a task of its own comes nearest. */
export const idleIn =
  (window: Window): Idle =>
  (task) => {
    if ("requestIdleCallback" in window) window.requestIdleCallback(task, { timeout: 1000 });
    else setTimeout(task);
  };

/** No step begins later in a slice: with the last one, a slow device stays below 8 ms. */
const sliceMs = 2;

/**
 * Takes all steps in slices of idle time.
 * @param load gets what the steps ask for by yielding `true`; it has come when the next step is taken
 */
export function inSlices<Answer>(
  idle: Idle,
  steps: Iterator<unknown, unknown, Answer | undefined>,
  load?: () => Promise<Answer | undefined>,
): void {
  let answer: Answer | undefined;
  const slice = (): void => {
    const end = performance.now() + sliceMs;
    do {
      const { done, value } = steps.next(answer);
      if (done) return;
      if (value === true && load) {
        void load().then((loaded) => {
          if (loaded) answer = loaded;
          idle(slice);
        });
        return;
      }
    } while (performance.now() <= end);
    idle(slice);
  };
  idle(slice);
}
