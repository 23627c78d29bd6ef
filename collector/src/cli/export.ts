import { readAll, readSites, type Database, type Exported } from "../store/index.js";
import { withDatabase } from "./database.js";
import { Failure } from "./failure.js";
import type { Flags } from "./flags.js";
import type { Ports } from "./ports.js";

/** First line of an export, so that an import knows what it reads. */
export const exportHead = { kind: "heimspiel-export", version: 1 } as const;

const csvNames = "site,question,hash,cells,epsilon,mechanism,arm,day,cell,count";

/** `export [SITE]`: sums per question, day and cell; no report ids, no tokens. */
export function exportSums(flags: Flags, { pour }: Ports): Promise<void> {
  return withDatabase(flags, async (db) => {
    const names = flags.name === undefined ? undefined : [flags.name];
    if (names && (await readSites(db, names)).length === 0)
      throw new Failure(`there is no site "${flags.name}"`);
    await pour(flags.format === "csv" ? csv(db, names) : ndjson(db, names));
  });
}

async function* ndjson(db: Database, names: string[] | undefined): AsyncGenerator<string> {
  yield JSON.stringify(exportHead);
  for await (const part of readAll(db, names)) yield JSON.stringify(part);
}

/** Names and hashes on the wire have no comma, quote or line break. */
async function* csv(db: Database, names: string[] | undefined): AsyncGenerator<string> {
  yield csvNames;
  let question: Extract<Exported, { kind: "question" }> | undefined;
  for await (const part of readAll(db, names)) {
    if (part.kind === "question") question = part;
    if (part.kind !== "sum" || !question) continue;
    const { cells, epsilon, mechanism } = question;
    const { site, question: name, hash, arm, day, cell, count } = part;
    yield [site, name, hash, cells, epsilon, mechanism, arm, day, cell, count].join(",");
  }
}
