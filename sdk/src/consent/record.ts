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
  const record = value as Partial<ConsentRecord> | null | undefined;
  const states: unknown = record?.purposes;
  if (record?.v !== 1 || typeof record.source !== "string" || typeof record.at !== "number") return undefined;
  if (typeof states !== "object" || states === null) return undefined;
  return purposes.every((purpose) => isState((states as Choice)[purpose]))
    ? (record as ConsentRecord)
    : undefined;
}

function isState(value: unknown): boolean {
  return value === "unknown" || value === "granted" || value === "denied";
}
