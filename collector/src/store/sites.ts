import type { Database } from "./schema.js";

/** What the operator says about a slot, so that results carry names; the devices send only a hash of them. */
export interface SlotNames {
  readonly variants: readonly string[];
  readonly goal?: string | undefined;
  readonly holdout?: number | undefined;
  /** How a device chooses among the variants that fit. */
  readonly choose?: string | undefined;
  /** Shares of the variants of a test, in their order. */
  readonly weights?: readonly number[] | undefined;
}

export interface Site {
  readonly name: string;
  readonly slots: Readonly<Record<string, SlotNames>>;
  readonly origins: readonly string[];
  /** Names of the cells of questions that are not a slot's, by question. */
  readonly cells: Readonly<Record<string, readonly string[]>>;
  /** Whether only questions that `slots` and `cells` name are learned. */
  readonly fixed: boolean;
}

/** Without a prototype: anyone may ask for a slot by any name, "constructor" included. */
function readNames(json: string): object {
  return Object.assign(Object.create(null) as object, JSON.parse(json) as object);
}

/** Sites by name; without names, all of them in alphabetical order. */
export async function readSites(db: Database, names?: readonly string[]): Promise<Site[]> {
  let query = db.selectFrom("site").select(["name", "slots", "origins", "cells", "fixed"]).orderBy("name");
  if (names) query = query.where("name", "in", names.length > 0 ? names : [""]);
  const rows = await query.execute();
  return rows.map((row) => ({
    name: row.name,
    slots: readNames(row.slots) as Site["slots"],
    origins: JSON.parse(row.origins) as string[],
    cells: readNames(row.cells) as Site["cells"],
    fixed: row.fixed === 1,
  }));
}

/** Adds a site or changes what is known of it; a part that is left out stays as it was. */
export async function writeSite(db: Database, site: Partial<Site> & Pick<Site, "name">): Promise<void> {
  const change = {
    ...(site.slots && { slots: JSON.stringify(site.slots) }),
    ...(site.origins && { origins: JSON.stringify(site.origins) }),
    ...(site.cells && { cells: JSON.stringify(site.cells) }),
    ...(site.fixed !== undefined && { fixed: site.fixed ? (1 as const) : (0 as const) }),
  };
  const empty = { slots: "{}", origins: "[]", cells: "{}", fixed: 0 as const };
  const insert = db.insertInto("site").values({ ...empty, ...change, name: site.name });
  await insert
    .onConflict((conflict) =>
      Object.keys(change).length > 0 ? conflict.column("name").doUpdateSet(change) : conflict.doNothing(),
    )
    .execute();
}
