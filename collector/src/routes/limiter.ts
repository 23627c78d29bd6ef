/** Counts requests per sender and minute, in memory only. */
export interface Limiter {
  /** Whether the sender may make one more request in this minute. */
  allow(sender: string): boolean;
}

const sendersAtMost = 100_000;

/**
 * A fixed window of one minute: exact enough to stop a flood, and it forgets every address within the minute.
 * @param perMinute requests a sender may make in a minute
 * @param clock ms since 1970
 */
export function createLimiter(perMinute: number, clock: () => number): Limiter {
  const counts = new Map<string, number>();
  let minute = 0;
  return {
    allow(sender) {
      const now = Math.floor(clock() / 60_000);
      if (now !== minute || counts.size > sendersAtMost) counts.clear();
      minute = now;
      const count = (counts.get(sender) ?? 0) + 1;
      counts.set(sender, count);
      return count <= perMinute;
    },
  };
}
