import { perPurpose, purposes, type Choice } from "./choice.js";
import { lasts } from "./lasts.js";
import { judge, type Voices } from "./precedence.js";

/** The choice as it is kept on the device. It has no id: two visitors with the same choice differ in the time only. */
export interface ConsentRecord {
  v: 1;
  purposes: Choice;
  /** When the choice was made or last seen changed, in milliseconds since 1970. */
  at: number;
  /** Who said so: `manual` for our own API, else an adapter's id. */
  source: string;
  policyVersion: string;
}

/**
 * The record, if what was found on the device is one, was made under the same policy and has not expired. Its words need no
 * closer look: one that is neither "granted" nor "denied" counts for neither side.
 */
export function asRecord(value: unknown, policyVersion: string, now: number): ConsentRecord | undefined {
  const record = value as Partial<ConsentRecord> | null | undefined;
  const valid =
    record?.v === 1 &&
    record.policyVersion === policyVersion &&
    record.purposes &&
    lasts(record.source, record.at, now);
  return valid ? (record as ConsentRecord) : undefined;
}

/** Only what a visitor chose is kept; the visitor's own word names the record, since it outranks the others. */
export function recordOf(voices: Voices, at: number, policyVersion: string): ConsentRecord | undefined {
  const sources = purposes.map((purpose) => judge(voices[purpose])[0]);
  const source = sources.includes("manual") ? "manual" : sources.find(Boolean);
  const states = perPurpose((purpose) => judge(voices[purpose])[1] ?? "unknown");
  return source ? { v: 1, purposes: states, at, source, policyVersion } : undefined;
}
