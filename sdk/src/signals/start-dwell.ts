import type { Stop } from "../kernel/index.js";
import { createActiveTime } from "./active-time.js";
import { listen, type Emit, type SourcePorts } from "./ports.js";

const steps = { stepMs: 20_000, mostSteps: 3 };
const movements = [
  "pointerdown",
  "pointermove",
  "keydown",
  "wheel",
  "scroll",
  "touchstart",
  "visibilitychange",
];

/** One `dwell` per full 20 s of visible, active time, at most 3 a page. Hidden and idle time does not count. */
export function startDwell(ports: SourcePorts, emit: Emit): Stop {
  const { clock, document, guard, page, subject, window } = ports;
  const time = createActiveTime(ports, steps, () => {
    const about = subject();
    if (about) emit({ ...about, kind: "dwell", at: clock(), page });
  });
  const onMove = (): void => (document.hidden ? time.rest() : time.move());
  const stops = [
    listen(document, movements, onMove, guard),
    listen(window, ["pageshow"], onMove, guard),
    listen(window, ["pagehide"], time.rest, guard),
    time.stop,
  ];
  onMove();
  return () => stops.forEach((stop) => stop());
}
