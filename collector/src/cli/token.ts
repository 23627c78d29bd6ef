import { chmod, readFile, writeFile } from "node:fs/promises";
import { dayOf } from "../ingest/index.js";
import { addToken, hasToken, hasTokens, type Database } from "../store/index.js";
import { withDatabase } from "./database.js";
import { Failure } from "./failure.js";
import type { Flags } from "./flags.js";
import type { Ports } from "./ports.js";

/** `token`: makes one more API token, or with `--setup` a sign-in link. */
export function token(flags: Flags, ports: Ports): Promise<void> {
  return withDatabase(flags, async (db) => {
    if (!flags.setup) ports.print(tokenLine(await makeToken(db, "read", ports)));
    else ports.print(await setupLine(db, flags.url ?? `http://localhost:${flags.port}`, ports));
  });
}

/** `init`: makes the database and, where there is none, the first API token. */
export function init(flags: Flags, ports: Ports): Promise<void> {
  return withDatabase(flags, async (db) => {
    ports.print(`database ${flags.database} is ready`);
    if (await hasTokens(db)) return;
    ports.print(tokenLine(await makeToken(db, "read", ports)));
  });
}

/**
 * At the first start a link that signs one browser in, and the API token; later nothing, since only hashes are kept.
 * With `--token-file` the file's token is used as long as it is valid.
 * @returns the lines to print
 */
export async function greet(
  db: Database,
  url: string,
  { flags, ports }: { flags: Flags; ports: Ports },
): Promise<string[]> {
  const first = !(await hasTokens(db));
  const kept = flags.tokenFile === undefined ? undefined : await keepToken(db, flags.tokenFile, ports);
  if (!first) return [];
  return [await setupLine(db, url, ports), tokenLine(kept ?? (await makeToken(db, "read", ports)))];
}

async function setupLine(db: Database, url: string, ports: Ports): Promise<string> {
  return `set-up link (works once): ${url}/setup?token=${await makeToken(db, "setup", ports)}`;
}

const tokenLine = (made: string): string => `API token (shown only now): ${made}`;

async function keepToken(db: Database, file: string, ports: Ports): Promise<string> {
  // A file that is not there yet is the usual case at the first start.
  const old = (await readFile(file, "utf8").catch(() => "")).trim();
  if (old !== "" && (await hasToken(db, old, { scope: "read", day: dayOf(ports.clock()) }))) return old;
  const made = await makeToken(db, "read", ports);
  try {
    await writeFile(file, `${made}\n`, { mode: 0o600 });
    // The mode above is for new files only.
    await chmod(file, 0o600);
  } catch (cause) {
    throw new Failure(`${file}: ${cause instanceof Error ? cause.message : "cannot be written"}`, { cause });
  }
  return made;
}

async function makeToken(db: Database, scope: "read" | "setup", { newToken, clock }: Ports): Promise<string> {
  const made = newToken();
  await addToken(db, made, { scope, day: dayOf(clock()) });
  return made;
}
