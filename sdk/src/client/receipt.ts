import type { Core } from "./core.js";
import type { ConsentReceipt } from "./public.js";

/** The receipt of the choice in force: its record, and what the merchant says of controller, notice and withdrawal. */
export function receiptOf({ consent, settings }: Core): ConsentReceipt | undefined {
  const record = consent.record();
  const {
    purposes: _,
    withdrawal = "heimspiel.consent.withdraw()",
    ...parties
  } = settings.manifest.consent ?? {};
  return record && { ...record, ...parties, time: new Date(record.at).toISOString(), withdrawal };
}
