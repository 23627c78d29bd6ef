import { createEmitter, type Purpose } from "../kernel/index.js";
import { perPurpose, purposes, type ConsentState, type Reading } from "./choice.js";
import type { Cause, Consent, ConsentChange, ConsentOptions } from "./consent.js";
import { createGate } from "./gate.js";
import { silence, weigh, type Voices } from "./precedence.js";
import { asRecord, recordOf, type ConsentRecord } from "./record.js";

/**
 * Makes the consent state machine: everyone's word goes in, one state per purpose comes out, and the gate follows it.
 * A denial closes the gate before anyone is told.
 * @example
 * const consent = createConsent({ clock: Date.now, log: console.warn, gpc: navigator.globalPrivacyControl === true });
 * consent.on(({ erase }) => { if (erase) void store.erase(); });
 * consent.set({ personalization: "granted" });
 */
export function createConsent(options: ConsentOptions): Consent {
  const { clock, log, policyVersion = "" } = options;
  const emitter = createEmitter<{ change: ConsentChange }>(log);
  const voices = perPurpose(silence);
  const stateOf = (purpose: Purpose): ConsentState => weigh(voices[purpose], purpose, options);
  let choice = perPurpose(stateOf);
  let epoch = 0;
  let changedAt = clock();

  const settle = ({ source, acted = [], erase: forced, at }: Cause): void => {
    const after = perPurpose(stateOf);
    const changed = purposes.filter((purpose) => choice[purpose] !== after[purpose]);
    const denied = changed.filter((purpose) => after[purpose] === "denied");
    const ended = changed.filter((purpose) => choice[purpose] === "granted");
    const erase = forced ?? (consent.kept !== false && denied.length > 0);
    const granted = purposes.some((purpose) => after[purpose] === "granted");
    // Under a denial at most that denial is kept, which says nothing of what is granted afterwards.
    if (erase || consent.kept === false || choice.personalization === "denied")
      consent.kept = granted ? undefined : !erase && consent.kept;
    // What has been erased under the other tabs is for them as good as denied, until the visitor is asked again.
    const lost = erase ? ended : [];
    // What the visitor has just done is told even where it changes nothing: other tabs may stand elsewhere.
    const news = at ? [] : [...new Set([...acted, ...denied, ...lost])];
    if (!erase && !changed[0] && !news[0]) return;
    if (erase || ended[0]) epoch++;
    choice = after;
    changedAt = at ?? clock();
    const said = { ...after, ...Object.fromEntries(lost.map((purpose) => [purpose, "denied" as const])) };
    const tell = news.map((purpose) => ({ purpose, state: said[purpose], at: changedAt, epoch }));
    emitter.emit("change", { after, erase, source, at: changedAt, tell });
  };
  const consent: Consent = {
    voices,
    kept: undefined,
    settle,
    get: () => choice,
    on: (listener) => emitter.on("change", listener),
    record: () => recordOf(voices, changedAt, policyVersion),
    gate: createGate(voices, () => ({ choice, epoch })),
    set: (choices) => settle({ source: "manual", acted: speak(voices, choices) }),
    withdraw: () => consent.set(perPurpose(() => "denied")),
    restore(found) {
      const record = recall(voices, asRecord(found, policyVersion, clock()), stateOf);
      // What was read before an erase on this page is not there any more.
      if (epoch === 0) consent.kept = found !== undefined;
      settle({ source: "record", ...record, erase: !record && found !== undefined });
    },
  };
  return consent;
}

/** Takes in the visitor's own words, and returns what they are about. */
function speak(voices: Voices, choices: Reading): Purpose[] {
  return purposes.filter((purpose) => {
    const state = choices[purpose];
    if (state === "granted") voices[purpose].delete("tab");
    return state && voices[purpose].set("manual", state);
  });
}

/**
 * Takes in the words of the record, as far as nobody has spoken since: the visitor here, or for banners any banner.
 * @returns the record, unless it granted what is denied now, by the browser's signal or by whoever has spoken since
 */
function recall(
  voices: Voices,
  record: ConsentRecord | undefined,
  stateOf: (purpose: Purpose) => ConsentState,
): ConsentRecord | undefined {
  if (!record) return undefined;
  const { source, purposes: states } = record;
  for (const purpose of purposes) {
    const said = voices[purpose];
    if (source === "manual" ? said.get(source) === "unknown" : said.size === 1)
      said.set(source, states[purpose]);
  }
  const overruled = purposes.some(
    (purpose) => states[purpose] === "granted" && stateOf(purpose) === "denied",
  );
  return overruled ? undefined : record;
}
