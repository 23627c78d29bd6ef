import { vi, type Mock } from "vitest";
import type { Log } from "../kernel/index.js";
import type { Consent, ConsentChange, ConsentOptions } from "./consent.js";
import { createEar, type Ear } from "./ear.js";
import { createConsent } from "./machine.js";
import type { ConsentRecord } from "./record.js";

export const granted = { personalization: "granted", statistics: "granted" } as const;
export const denied = { personalization: "denied", statistics: "denied" } as const;
export const unknown = { personalization: "unknown", statistics: "unknown" } as const;
export const cmp = "vanilla-cookieconsent";

/** A machine with its ear, and what it told. */
export interface SetUp {
  consent: Consent & Ear & { isKept: () => boolean | undefined };
  time: { now: number };
  changes: ConsentChange[];
  last: () => ConsentChange | undefined;
  log: Mock<Log>;
}

export function setUp(options: Partial<ConsentOptions> = {}): SetUp {
  const time = { now: 1000 };
  const log = vi.fn<Log>();
  const machine = createConsent({ clock: () => time.now, log, gpc: false, ...options });
  const consent = { ...machine, ...createEar(machine), isKept: () => machine.kept };
  const changes: ConsentChange[] = [];
  consent.on((change) => changes.push(change));
  const last = () => changes.at(-1);
  return { consent, time, changes, last, log };
}

/** A record as an earlier page has kept it. */
export const stored = (rest: Partial<ConsentRecord> = {}): ConsentRecord => ({
  v: 1,
  purposes: granted,
  at: 500,
  source: cmp,
  policyVersion: "",
  ...rest,
});
