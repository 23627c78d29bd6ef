export interface FakeTime {
  clock: () => number;
  /** Lets time pass. */
  pass(ms: number): void;
}

export function createFakeTime(now = 1_000_000): FakeTime {
  return {
    clock: () => now,
    pass(ms) {
      now += ms;
    },
  };
}
