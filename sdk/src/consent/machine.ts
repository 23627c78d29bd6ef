import { createEmitter, type Purpose } from "../kernel/index.js";
import { perPurpose, purposes, type Choice } from "./choice.js";
import type { Cause, Consent, ConsentChange, ConsentOptions, TabNotice } from "./consent.js";
import { createGate } from "./gate.js";
import { judge, silence } from "./precedence.js";
import { asRecord } from "./record.js";

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
  const emitter = createEmitter<{ change: ConsentChange }>(log);
  const voices = perPurpose(silence);
  const signal = gpc ? gpcMode : "ignore";
  const verdict = (purpose: Purpose): ReturnType<typeof judge> => {
    const assumed = signal === "ignore" ? implicit[purpose] : signal === "deny" ? "denied" : undefined;
    return judge([...voices[purpose], ["", assumed]]);
  };
  const judged = (): Choice => perPurpose((purpose) => verdict(purpose)[1]);
  let choice = judged();
  let epoch = 0;
  let changedAt = clock();

  const consent: Consent = {
    voices,
    kept: undefined,
    get: () => choice,
    on: (listener) => emitter.on("change", listener),
    gate: createGate(
      () => choice,
      () => epoch,
    ),
    set(said) {
      const acted = purposes.filter((purpose) => said[purpose]);
      for (const purpose of acted) {
        voices[purpose].set("manual", said[purpose] ?? "unknown");
        if (said[purpose] === "granted") voices[purpose].set("tab", "unknown");
      }
      consent.settle({ source: "manual", acted });
    },
    withdraw: () => consent.set(perPurpose(() => "denied")),
    restore(found) {
      const record = asRecord(found);
      const holds = record?.policyVersion === policyVersion;
      // After an erase on this page, what was read before it is not there any more.
      if (epoch === 0) consent.kept = found !== undefined;
      for (const purpose of holds ? purposes : []) {
      }
    },
  };
  return consent;
}
