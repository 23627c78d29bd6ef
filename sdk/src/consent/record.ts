import { purposes, type Choice } from "./choice.js";

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

/** The record, if what was found on the device is one. */
export function asRecord(value: unknown): ConsentRecord | undefined {
  const record = value as ConsentRecord | null | undefined;
  const states = ["unknown", "granted", "denied"];
  const valid = record?.v === 1 && purposes.every((purpose) => states.includes(record.purposes[purpose]));
  return valid ? record : undefined;
}
