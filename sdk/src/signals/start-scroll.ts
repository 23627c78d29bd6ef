import type { Stop } from "../kernel/index.js";
import { listen, type Emit, type SourcePorts } from "./ports.js";

const depth = 0.75;
const restMs = 200;

/** One `scroll` when three quarters of the page have been seen, by scrolling. Measures once the scrolling rests. */
export function startScroll(ports: SourcePorts, emit: Emit): Stop {
  const { clock, document, guard, page, subject, timer, window } = ports;
  let handle: unknown;

  function measure(): void {
    handle = undefined;
    const { scrollHeight } = document.documentElement;
    const about = subject();
    if (!about || window.scrollY + window.innerHeight < depth * scrollHeight) return;
    stop();
    emit({ ...about, kind: "scroll", at: clock(), page });
  }

  // Reading heights in the handler would force a layout per event.
  const stopListening = listen(
    document,
    ["scroll"],
    () => (handle ??= timer.set(() => guard(measure), restMs)),
    guard,
  );
  function stop(): void {
    stopListening();
    timer.clear(handle);
  }
  return stop;
}
