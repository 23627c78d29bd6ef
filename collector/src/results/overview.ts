import { lastingAnswers } from "../ingest/index.js";
import { readQuestions, readSites, type Database } from "../store/index.js";
import { readSlot, type SlotResult, type WantedSlot } from "./slot.js";

export interface SiteOverview {
  readonly site: string;
  readonly slots: readonly SlotResult[];
}

const slotOf = /^(?:slot|uplift):(.+)$/;

/** All sites with their slots that have enough answers to be listed. */
export async function readOverview(db: Database, numbered: WantedSlot["numbered"]): Promise<SiteOverview[]> {
  const overview: SiteOverview[] = [];
  for (const { name: site } of await readSites(db)) {
    const asked = (await readQuestions(db, site)).filter(({ answers }) => answers >= lastingAnswers);
    const names = new Set(
      asked.map(({ name }) => slotOf.exec(name)?.[1]).filter((name) => name !== undefined),
    );
    const slots: SlotResult[] = [];
    for (const slot of names) slots.push(await readSlot(db, { site, slot, numbered }));
    overview.push({ site, slots });
  }
  return overview;
}
