import type { Database } from "./schema.js";

/** What the operator says about a slot, so that results carry names; the devices send only a hash of them. */
export interface SlotNames {
  readonly variants: readonly string[];
  readonly goal?: string | undefined;
  readonly holdout?: number | undefined;
}

export interface Site {
  readonly name: string;
  readonly slots: Readonly<Record<string, SlotNames>>;
  readonly origins: readonly string[];
}

/** Sites by name; without names, all of them in alphabetical order. */
export async function readSites(db: Database, names?: readonly string[]): Promise<Site[]> {
  let query = db.selectFrom("site").selectAll().orderBy("name");
  if (names) query = query.where("name", "in", names.length > 0 ? names : [""]);
  const rows = await query.execute();
  return rows.map((row) => ({
    name: row.name,
    slots: JSON.parse(row.slots) as Site["slots"],
    origins: JSON.parse(row.origins) as string[],
  }));
}

/** Adds a site or changes what is known of it; a part that is left out stays as it was. */
export async function writeSite(db: Database, site: Partial<Site> & Pick<Site, "name">): Promise<void> {
  const change = {
    ...(site.slots && { slots: JSON.stringify(site.slots) }),
    ...(site.origins && { origins: JSON.stringify(site.origins) }),
  };
  const insert = db.insertInto("site").values({ slots: "{}", origins: "[]", ...change, name: site.name });
  await insert
    .onConflict((conflict) =>
      Object.keys(change).length > 0 ? conflict.column("name").doUpdateSet(change) : conflict.doNothing(),
    )
    .execute();
}
