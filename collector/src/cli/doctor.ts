import { publicName, type Database } from "../store/index.js";
import { furtherChecks, vitalChecks, type Check, type Examined, type Finding } from "./checks.js";
import { withDatabaseAsIs } from "./database.js";
import { Failure, reasonOf } from "./failure.js";
import type { Flags } from "./flags.js";
import type { Ports } from "./ports.js";

/**
 * `doctor`: looks for what is wrong, changes nothing, and says what helps.
 * @throws Failure when there is a fault
 */
export async function doctor(flags: Flags, ports: Ports): Promise<void> {
  const findings = await withDatabaseAsIs(flags, (db) => examine(db, flags, ports));
  for (const { state, what, remedy } of findings) {
    ports.print(`${state.padEnd(6)}  ${what}`);
    if (remedy !== undefined) ports.print(`        → ${remedy}`);
  }
  const faults = findings.filter(({ state }) => state === "fault").length;
  if (faults > 0) throw new Failure(`${faults} ${faults === 1 ? "fault" : "faults"} found`);
}

async function examine(db: Database, { database }: Flags, { clock }: Ports): Promise<Finding[]> {
  const examined = { db, database, now: clock() };
  const findings: Finding[] = [];
  for (const check of vitalChecks) {
    findings.push(...(await tryCheck(check, examined)));
    if (findings.some(({ state }) => state === "fault")) return findings;
  }
  for (const check of furtherChecks) findings.push(...(await tryCheck(check, examined)));
  return findings;
}

/** What a check cannot find out is a fault, too. */
async function tryCheck(check: Check, examined: Examined): Promise<Finding[]> {
  try {
    return await check(examined);
  } catch (cause) {
    const what = `database ${publicName(examined.database)} does not answer: ${reasonOf(cause)}`;
    const remedy = "start it, and look at --database or DATABASE_URL and at its permissions";
    return [{ state: "fault", what, remedy }];
  }
}
