import type { Answer } from "../wire/index.js";

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
  /** The name of that goal, where the slot has one. */
  measured?: string;
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

/** A randomized answer, and the names of what it says. */
export interface Given {
  answer: Answer;
  /** Size of the answered set. */
  set: number;
  /** The first of its cells. */
  names: string[];
}

/** A randomized answer that is sent if the goal is reached after the visit, and has been paid for already. */
export interface Reserved extends Given {
  goal: string;
  /** When it was drawn, milliseconds since 1970. */
  at: number;
}

/** An answer that was given, for the visitor to read. */
export interface Said extends Pick<Given, "set" | "names">, Pick<Answer, "q" | "cells" | "eps"> {
  arm: Answer["arm"] | undefined;
  /** When it was put in the queue, milliseconds since 1970. */
  at: number;
}

/** What the device keeps about its answers. */
export interface StatisticsRecord {
  v: 1;
  ledger: Charge[];
  queue: QueuedReport[];
  /** Slot question → start of the last visit it was decided for; other questions → when they were last answered. */
  answered: Record<string, number>;
  /** Question → answer, should the goal be reached yet. */
  late: Record<string, Reserved>;
  said: Said[];
}

/** The record of a device that has answered nothing yet. */
export const emptyStatistics = (): StatisticsRecord => ({
  v: 1,
  ledger: [],
  queue: [],
  answered: {},
  late: {},
  said: [],
});
