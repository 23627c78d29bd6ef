import type { Core } from "./core.js";
import type { Export } from "./public.js";
import { receiptOf } from "./receipt.js";

/** Everything kept on this device. Without its store a page still tells what it knows, and without the words the data stand. */
export async function exportData(core: Core): Promise<Export> {
  const store = core.state && (await core.store().catch(() => undefined));
  const [statistics, aside] = store ? await store.read(["statistics", "state-aside"]) : [];
  const words = core.state && (await core.stages.panel().catch(() => undefined))?.recount(core);
  return {
    exportedAt: new Date(core.clock()).toISOString(),
    consent: receiptOf(core),
    words,
    ...core.state,
    statistics,
    aside,
  };
}
