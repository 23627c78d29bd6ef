import { patterns } from "heimspiel/wire";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import * as v from "valibot";
import type { Imported } from "../ingest/index.js";
import type { QuestionParameters, Site, TallyTable } from "../store/index.js";
import { exportHead } from "./export.js";
import { Failure, reasonOf } from "./failure.js";

const whole = (least = 0): v.GenericSchema<number> => v.pipe(v.number(), v.safeInteger(), v.minValue(least));
const [siteName, hash] = [
  v.pipe(v.string(), v.regex(patterns.site)),
  v.pipe(v.string(), v.regex(patterns.hash)),
];
const question = v.pipe(v.string(), v.regex(patterns.question));
const texts = v.array(v.string());

const slot = v.object({
  variants: texts,
  goal: v.optional(v.string()),
  holdout: v.optional(v.number()),
  choose: v.optional(v.string()),
  weights: v.optional(v.array(v.number())),
});

const partSchema = v.variant("kind", [
  v.object({ kind: v.literal(exportHead.kind), version: v.literal(exportHead.version) }),
  v.object({
    ...{ kind: v.literal("site"), name: siteName, slots: v.record(v.string(), slot), origins: texts },
    ...{ cells: v.record(v.string(), texts), fixed: v.boolean() },
  }),
  v.object({
    ...{ kind: v.literal("question"), site: siteName, name: question, hash, cells: whole(2) },
    ...{ epsilon: whole(1), mechanism: v.picklist(["ss", "rr"]), first_day: whole() },
  }),
  v.object({
    ...{ kind: v.literal("sum"), site: siteName, question, hash, arm: whole(-1), day: whole() },
    ...{ cell: whole(-1), count: whole() },
  }),
]);

type Part = v.InferOutput<typeof partSchema>;

/** Takes parts in the order of an export: a site, its questions, each with its sums. */
function createTaker(): { imported: Imported; take: (part: Part) => void } {
  const sites: Site[] = [];
  const questions: QuestionParameters[] = [];
  const sums: TallyTable[] = [];
  const seen = new Set<string>();
  return {
    imported: { sites, questions, sums },
    take(part) {
      const key = keyOf(part);
      if (seen.has(key)) throw new Error("this is in the file twice");
      seen.add(key);
      if (part.kind === "site") sites.push(part);
      if (part.kind === "question") {
        if (part.site !== sites.at(-1)?.name) throw new Error(`the question's site is not the one above it`);
        questions.push(part);
      }
      if (part.kind === "sum") {
        if (!belongs(part, questions.at(-1))) throw new Error("the sum is not one of the question above it");
        sums.push(part);
      }
    },
  };
}

function keyOf(part: Part): string {
  const { count: _count, ...key } = { count: 0, ...part };
  return JSON.stringify(part.kind === "site" ? part.name : key);
}

function belongs(sum: TallyTable, above: QuestionParameters | undefined): boolean {
  if (!above || sum.cell >= above.cells) return false;
  return sum.site === above.site && sum.question === above.name && sum.hash === above.hash;
}

/**
 * Reads a file that `export --format ndjson` wrote.
 * @throws Failure that names the line that cannot be read
 */
export async function readExport(file: string): Promise<Imported> {
  const { imported, take } = createTaker();
  let line = 0;
  try {
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      line++;
      const part = v.parse(partSchema, JSON.parse(text));
      if (line === 1 && part.kind !== exportHead.kind) throw new Error("an export begins with its kind");
      take(part);
    }
    if (line === 0) throw new Error("the file is empty");
  } catch (cause) {
    throw new Failure(`${file}:${line}: ${reasonOf(cause)}`, { cause });
  }
  return imported;
}
