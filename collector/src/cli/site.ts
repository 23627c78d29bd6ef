import { patterns } from "heimspiel/wire";
import { readSites, writeSite, type Database } from "../store/index.js";
import { withDatabase } from "./database.js";
import { Failure } from "./failure.js";
import type { Flags } from "./flags.js";
import { readManifest } from "./manifest.js";
import type { Ports } from "./ports.js";

/** `site`: lists the sites; `site NAME`: adds or changes one. */
export function site(flags: Flags, ports: Ports): Promise<void> {
  return withDatabase(flags, async (db) => {
    if (flags.name !== undefined) {
      await saveSite(db, flags.name, { flags, print: ports.print });
      ports.print(`site ${flags.name} saved`);
      return;
    }
    const sites = await readSites(db);
    if (sites.length === 0) ports.print("no site yet; add one with: heimspiel-collector site NAME");
    for (const { name, slots, origins, fixed } of sites)
      ports.print([name, ...Object.keys(slots), ...origins, ...(fixed ? ["(fixed)"] : [])].join("  "));
  });
}

/** Saves a site with what the flags say of it. */
export async function saveSite(
  db: Database,
  name: string,
  { flags, print }: { flags: Flags; print: Ports["print"] },
): Promise<void> {
  if (!patterns.site.test(name))
    throw new Failure(`a site's name has letters, digits, "_", "." and "-", not "${name}"`);
  const { manifest, origins, fixed } = flags;
  const names = manifest === undefined ? undefined : await readManifest(manifest, print);
  const change = { ...(origins.length > 0 && { origins }), ...(fixed !== undefined && { fixed }) };
  await writeSite(db, { name, ...names, ...change });
}
