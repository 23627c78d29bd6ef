import type { Timer } from "../ports.js";

export interface FakeTime {
  clock: () => number;
  timer: Timer;
  /** Lets time pass, running what falls due, in order. */
  pass(ms: number): void;
  /** How many timers run. */
  pending(): number;
}

export function createFakeTime(start = 1_000_000): FakeTime {
  let now = start;
  let nextId = 1;
  const due = new Map<number, { at: number; run: () => void }>();
  return {
    clock: () => now,
    timer: {
      set(run, ms) {
        due.set(nextId, { at: now + ms, run });
        return nextId++;
      },
      clear: (handle) => void due.delete(handle as number),
    },
    pass(ms) {
      const end = now + ms;
      for (;;) {
        const [id, next] = [...due].sort(([, a], [, b]) => a.at - b.at)[0] ?? [];
        if (id === undefined || !next || next.at > end) break;
        due.delete(id);
        now = next.at;
        next.run();
      }
      now = end;
    },
    pending: () => due.size,
  };
}
