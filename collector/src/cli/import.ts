import { ImportConflict, importSums } from "../ingest/index.js";
import { withDatabase } from "./database.js";
import { Failure } from "./failure.js";
import type { Flags } from "./flags.js";
import type { Ports } from "./ports.js";
import { readExport } from "./read-export.js";

/** `import FILE`: takes an ndjson export in, all or nothing, and never counts a day twice. */
export async function importFile(flags: Flags, { print }: Ports): Promise<void> {
  const { name: file, replace } = flags;
  if (file === undefined) throw new Failure("import needs the file of an ndjson export: import FILE");
  const imported = await readExport(file);
  await withDatabase(flags, async (db) => {
    try {
      await importSums(db, imported, { replace });
    } catch (cause) {
      if (cause instanceof ImportConflict) throw new Failure(`${file}: ${cause.message}`, { cause });
      throw cause;
    }
  });
  const { sites, questions, sums } = imported;
  print(`${sums.length} sums of ${questions.length} questions of ${sites.length} sites imported`);
}
