import { createEmitter, type Purpose } from "../kernel/index.js";
import { choose, purposes, type Choice, type Reading } from "./choice.js";
import type { Consent, ConsentChange, ConsentOptions, TabNotice } from "./consent.js";
import { createGate } from "./gate.js";
import { createEar, type Cause } from "./hearing.js";
import { judge, type Verdict, type Voices } from "./precedence.js";
import type { ConsentRecord } from "./record.js";

/**
 * Makes the consent state machine: everyone's word goes in, one state per purpose comes out, and the gate follows it.
 * A denial closes the gate before anyone is told.
 * @example
 * const consent = createConsent({ clock: Date.now, log: console.warn, gpc: navigator.globalPrivacyControl === true });
 * consent.on(({ erase }) => { if (erase) void store.erase(); });
 * consent.set({ personalization: "granted" });
 */
export function createConsent(options: ConsentOptions): Consent {
  const { clock, log, gpc, gpcMode = "default", policyVersion = "", implicit = {} } = options;
  const voices = silence(gpc ? gpcMode : "ignore", implicit);
  const emitter = createEmitter<{ change: ConsentChange }>(log);
  const verdict = (purpose: Purpose): Verdict => judge(voices, purpose);
  let choice: Choice = choose((purpose) => verdict(purpose).state);
  let epoch = 0;
  let changedAt = clock();
  let kept = true; // whether the device may hold something: yes, until it has been read

  const settle = ({ source, acted = [], erase: forced = false, at = clock() }: Cause): void => {
    const before = choice;
    const after = choose((purpose) => verdict(purpose).state);
    const changed = purposes.filter((purpose) => before[purpose] !== after[purpose]);
    const erase = forced || (kept && changed.some((purpose) => after[purpose] === "denied"));
    // What the visitor has just done is told even where it changes nothing: other tabs may stand elsewhere.
    const news = purposes.filter((purpose) =>
      acted.includes(purpose)
        ? after[purpose] !== "unknown"
        : changed.includes(purpose) && after[purpose] === "denied",
    );
    const told = source === "tab" ? [] : news;
    if (!erase && changed.length + told.length === 0) return;
    if (erase || changed.some((purpose) => before[purpose] === "granted")) epoch++;
    choice = after;
    changedAt = at;
    kept = (kept && !erase) || Object.values(after).includes("granted");
    const tell = told.map((purpose): TabNotice => ({ purpose, state: after[purpose], at, epoch }));
    emitter.emit("change", { before, after, erase, source, at, tell });
  };
  const nothingKept = (): void => {
    kept = Object.values(choice).includes("granted");
  };
  return {
    ...createEar({ voices, clock, policyVersion, settle, nothingKept }),
    get: () => choice,
    on: (listener) => emitter.on("change", listener),
    record: () => recordOf(verdict, { at: changedAt, policyVersion }),
    gate: createGate(
      () => choice,
      () => epoch,
    ),
  };
}

/** The voices before anyone has spoken. */
function silence(gpc: Voices["gpc"], implicit: Reading): Voices {
  return { own: {}, elsewhere: new Map(), heard: new Map(), restored: {}, restoredFrom: "", gpc, implicit };
}

/** Only what a visitor chose is kept; the visitor's own word names the record, since it outranks the others. */
function recordOf(
  verdict: (purpose: Purpose) => Verdict,
  rest: Pick<ConsentRecord, "at" | "policyVersion">,
): ConsentRecord | undefined {
  const chosen = purposes.map(verdict).filter((one) => one.chosen);
  const first = chosen.find(({ source }) => source === "manual") ?? chosen[0];
  const stateOf = (purpose: Purpose): ConsentRecord["purposes"][Purpose] =>
    verdict(purpose).chosen ? verdict(purpose).state : "unknown";
  return first && { v: 1, purposes: choose(stateOf), source: first.source, ...rest };
}
