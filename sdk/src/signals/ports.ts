import type { Clock, Stop } from "../kernel/index.js";
import type { Guard } from "./guard.js";
import type { Signal, Subject } from "./signal.js";

/** Timers as an argument, so that a test can hold time in its hand. */
export interface Timer {
  set(run: () => void, ms: number): unknown;
  clear(handle: unknown): void;
}

/** What a behaviour source may use. */
export interface SourcePorts {
  document: Document;
  window: Window;
  clock: Clock;
  timer: Timer;
  /** Identity of the page. */
  page: string;
  /** What the page is about as far as it is known by now. */
  subject: () => Subject | undefined;
  /** Runs a callback so that what it throws is logged with the source's name and never reaches the page. */
  guard: Guard;
}

export type Emit = (signal: Signal) => void;

/** Starts one source; what it returns ends it. */
export type Source = (ports: SourcePorts, emit: Emit) => Stop;

/** Listens without ever being able to hold the page up: passive, and guarded. */
export function listen(
  target: EventTarget,
  types: readonly string[],
  handler: (event: Event) => void,
  guard: Guard,
): Stop {
  const guarded = (event: Event): void => guard(() => handler(event));
  for (const type of types) target.addEventListener(type, guarded, { passive: true });
  return () => {
    for (const type of types) target.removeEventListener(type, guarded);
  };
}
