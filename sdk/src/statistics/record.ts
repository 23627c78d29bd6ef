/** What a visit did with one slot. Stays on the device. */
export interface SlotOutcome {
  slot: string;
  /** All variants of the slot in DOM order. */
  variants: string[];
  /** The variant shown, if one was. */
  variant?: string;
  /** The furthest the variant got. */
  reached: "none" | "seen" | "clicked" | "goal";
  /** Percent of devices held out. */
  holdout: number;
  /** 0 held out, 1 offered. */
  arm: 0 | 1;
  /** Whether the slot's goal was reached in the visit, whatever was shown. */
  goal: boolean;
}

/** The slots a visit met. */
export interface VisitOutcomes {
  v: 1;
  /** Start of the visit in milliseconds since 1970; never sent. */
  id: number;
  slots: Record<string, SlotOutcome>;
  answered?: boolean;
}

/** A report as it will be sent, however often. */
export interface QueuedReport {
  id: string;
  body: string;
  /** When it was drawn, milliseconds since 1970. */
  at: number;
}

/** Privacy that was spent: `micro` millionths of ε at the time `at`. */
export interface Charge {
  at: number;
  micro: number;
}

/** What the device keeps about its answers. */
export interface StatisticsRecord {
  v: 1;
  ledger: Charge[];
  queue: QueuedReport[];
  /** Question → start of the last visit it was decided for, so that no visit is asked twice. */
  answered: Record<string, number>;
}

/** The record of a device that has answered nothing yet. */
export const emptyStatistics = (): StatisticsRecord => ({ v: 1, ledger: [], queue: [], answered: {} });
