import type { SourcePorts } from "./ports.js";

/** A reader may rest this long without a movement; after that the visitor may have left the desk. */
const idleMs = 30_000;

/** Measures active time; a timer runs only while time counts. */
export interface ActiveTime {
  /** The visitor moved: count, or go on counting. */
  move: () => void;
  /** Adds up and rests until the next movement. */
  rest: () => void;
  /** Ends without adding up. */
  stop: () => void;
}

/**
 * Calls `onStep` for every `stepMs` of active time, `mostSteps` times. Time later than 30 s after the last movement does not
 * count, however late a timer fires.
 */
export function createActiveTime(
  { clock, guard, timer }: Pick<SourcePorts, "clock" | "guard" | "timer">,
  { stepMs, mostSteps }: { stepMs: number; mostSteps: number },
  onStep: () => void,
): ActiveTime {
  let stepsLeft = mostSteps;
  let counted = 0; // ms of the current step
  let since: number | undefined; // undefined while resting
  let lastMove = clock();
  let handle: unknown;

  function rest(): void {
    timer.clear(handle);
    if (since !== undefined) counted += Math.max(0, Math.min(clock(), lastMove + idleMs) - since);
    since = undefined;
    while (counted >= stepMs && stepsLeft > 0) {
      counted -= stepMs;
      stepsLeft -= 1;
      onStep();
    }
  }

  function count(): void {
    const idleIn = lastMove + idleMs - clock();
    if (stepsLeft === 0 || idleIn <= 0) return;
    since = clock();
    handle = timer.set(() => guard(onTimer), Math.min(stepMs - counted, idleIn));
  }

  function onTimer(): void {
    rest();
    count();
  }

  function move(): void {
    if (clock() >= lastMove + idleMs) rest();
    lastMove = clock();
    if (since === undefined) count();
  }

  function stop(): void {
    stepsLeft = 0;
    timer.clear(handle);
  }

  return { move, rest, stop };
}
