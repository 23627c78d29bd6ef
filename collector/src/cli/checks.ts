import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { sql } from "kysely";
import { dayOf, questionsAtMost } from "../ingest/index.js";
import { dayText } from "../results/index.js";
import {
  countQuestions,
  isPostgresUrl,
  pendingMigrations,
  publicName,
  readQuestions,
  readSites,
  type Database,
} from "../store/index.js";

/** What a check found: `fault` stops the collector from doing its work, `advice` does not. */
export interface Finding {
  readonly state: "ok" | "advice" | "fault";
  readonly what: string;
  readonly remedy?: string;
}

export interface Examined {
  readonly db: Database;
  readonly database: string;
  /** ms since 1970. */
  readonly now: number;
}

export type Check = (examined: Examined) => Promise<Finding[]>;

const leastFreeBytes = 256 * 2 ** 20;
const clockOffMs = 60_000;
const manyProvisional = questionsAtMost / 2;

const ok = (what: string): Finding => ({ state: "ok", what });

async function answers({ db, database }: Examined): Promise<Finding[]> {
  await sql`select 1`.execute(db);
  return [ok(`database ${publicName(database)} answers`)];
}

async function schema({ db }: Examined): Promise<Finding[]> {
  const pending = await pendingMigrations(db);
  if (pending.length === 0) return [ok("the schema is the newest")];
  return [
    { state: "fault", what: `the schema lacks ${pending.join(", ")}`, remedy: "heimspiel-collector migrate" },
  ];
}

async function integrity({ db, database }: Examined): Promise<Finding[]> {
  // PostgreSQL finds damaged pages by itself where checksums are on.
  if (isPostgresUrl(database)) return [];
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(1)`.execute(db);
  const said = rows[0]?.integrity_check;
  if (said === "ok") return [ok("the file is sound")];
  return [
    {
      ...{ state: "fault", what: `the file is damaged: ${said}` },
      remedy: "stop the collector, keep the file, and put the last backup in its place",
    },
  ];
}

async function space({ database }: Examined): Promise<Finding[]> {
  if (isPostgresUrl(database)) return [];
  const { bavail, bsize } = await statfs(dirname(database));
  const free = `${Math.round((bavail * bsize) / 2 ** 20)} MB are free on the disk`;
  if (bavail * bsize >= leastFreeBytes) return [ok(free)];
  return [
    { state: "fault", what: free, remedy: "make room; a full disk refuses reports until there is some" },
  ];
}

async function clock({ db, database, now }: Examined): Promise<Finding[]> {
  const remedy = "set this machine's clock, and keep it set by NTP; reports are taken by their day";
  const today = dayOf(now);
  const row = await db
    .selectFrom("report")
    .select((select) => select.fn.max("day").as("day"))
    .executeTakeFirst();
  const last = row?.day ?? today;
  // A device may be a day ahead of a clock that is right, never two.
  if (last > today + 1)
    return [
      { state: "fault", what: `today is ${dayText(today)}, but reports are of ${dayText(last)}`, remedy },
    ];
  if (isPostgresUrl(database)) {
    const { rows } = await sql<{
      ms: number;
    }>`select (extract(epoch from now()) * 1000)::bigint as ms`.execute(db);
    const off = Math.abs((rows[0]?.ms ?? now) - now);
    if (off > clockOffMs)
      return [
        { state: "fault", what: `this clock and PostgreSQL's differ by ${Math.round(off / 1000)} s`, remedy },
      ];
  }
  return [ok(`the clock agrees with the reports: today is ${dayText(today)}, UTC`)];
}

async function sites({ db }: Examined): Promise<Finding[]> {
  const all = await readSites(db);
  if (all.length === 0)
    return [
      {
        state: "fault",
        what: "no site, so every report is refused",
        remedy: "heimspiel-collector site NAME",
      },
    ];
  const findings: Finding[] = [];
  for (const { name, slots } of all) {
    const questions = await readQuestions(db, name);
    const unnamed = questions.filter((question) => {
      const slot = /^slot:(.+)$/.exec(question.name)?.[1];
      return question.lasting === 1 && slot !== undefined && !(slot in slots);
    });
    findings.push(unnamed.length > 0 ? withoutNames(name, unnamed.length) : ok(`site ${name}`));
  }
  return findings;
}

function withoutNames(site: string, slots: number): Finding {
  return {
    ...{ state: "advice", what: `site ${site}: ${slots} slots without names, shown as "variant 1"` },
    remedy: `heimspiel-collector site ${site} --manifest heimspiel.json, with the slots' variants in it`,
  };
}

async function provisional({ db }: Examined): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { name } of await readSites(db)) {
    const { lasting, provisional: few } = await countQuestions(db, name);
    const full = few >= questionsAtMost || lasting >= questionsAtMost;
    if (!full && few < manyProvisional) continue;
    findings.push({
      state: full ? "fault" : "advice",
      what: `site ${name}: ${lasting} questions and ${few} new ones of at most ${questionsAtMost} each`,
      remedy:
        "slot names that differ from page to page, or somebody who invents them: " +
        `heimspiel-collector site ${name} --manifest heimspiel.json --questions fixed`,
    });
  }
  return findings;
}

/** Without these nothing else can be found out. */
export const vitalChecks: readonly Check[] = [answers, schema];

export const furtherChecks: readonly Check[] = [integrity, space, clock, sites, provisional];
