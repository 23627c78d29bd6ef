import { dayOf } from "../ingest/index.js";
import { reasonOf } from "./failure.js";
import type { Ports } from "./ports.js";

const hourMs = 3_600_000;
const steadyMs = 60_000;

/**
 * Forgets old rows once an hour, unless the clock was set meanwhile: ids that a wrong clock forgot could be counted
 * twice when it is right again. Gives what ends it.
 */
export function pruneHourly(
  prune: (today: number) => Promise<void>,
  { clock, log }: Pick<Ports, "clock" | "log">,
): () => void {
  let last = clock();
  async function run(): Promise<void> {
    const now = clock();
    const set = now - last - hourMs;
    last = now;
    if (Math.abs(set) > steadyMs) {
      log.warn({ seconds: set / 1000 }, "the clock was set");
      return;
    }
    try {
      await prune(dayOf(now));
    } catch (error) {
      log.error({ error: reasonOf(error) }, "old rows could not be removed");
    }
  }
  const timer = setInterval(() => void run(), hourMs);
  return () => clearInterval(timer);
}
