import { lastingAnswers } from "../ingest/index.js";
import { readQuestions, readSites, type Database } from "../store/index.js";
import { readSlot, type SlotResult, type WantedSlot } from "./slot.js";

export interface SiteOverview {
  readonly site: string;
  readonly slots: readonly SlotResult[];
}

const slotOf = /^(?:slot|uplift):(.+)$/;

/** Sites, all of them unless named, with their slots that have enough answers to be listed. */
export async function readOverview(
  db: Database,
  { numbered, sites }: Pick<WantedSlot, "numbered"> & { sites?: readonly string[] | undefined },
): Promise<SiteOverview[]> {
  const overview: SiteOverview[] = [];
  for (const { name: site } of await readSites(db, sites)) {
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
