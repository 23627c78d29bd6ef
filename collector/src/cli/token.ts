import { chmod, readFile, writeFile } from "node:fs/promises";
import { dayOf } from "../ingest/index.js";
import {
  addToken,
  hasToken,
  hasTokens,
  listTokens,
  publicName,
  readSites,
  revokeToken,
  type Database,
  type NewToken,
  type TokenInfo,
} from "../store/index.js";
import { dayText } from "../results/index.js";
import { withDatabase } from "./database.js";

import { Failure } from "./failure.js";
import type { Flags } from "./flags.js";
import type { Ports } from "./ports.js";

/** `token`: makes an API token, a sign-in link (`--setup`) or a share link (`--share`), lists or revokes them. */
export function token(flags: Flags, ports: Ports): Promise<void> {
  return withDatabase(flags, async (db) => {
    const { list, revoke, share, setup, admin } = flags.token;
    const url = flags.url ?? `http://localhost:${flags.port}`;
    if (list) (await listTokens(db)).map(listLine).forEach(ports.print);
    else if (revoke !== undefined) await revokeOne(db, revoke, ports);
    else if (share !== undefined) ports.print(await shareLine(db, share, { flags, ports, url }));
    else if (setup) ports.print(await setupLine(db, url, ports));
    else
      ports.print(tokenLine(await makeToken(db, { scope: admin ? "admin" : "read", ...flags.token }, ports)));
  });
}

function listLine({ id, scope, site, label, day, expires }: TokenInfo): string {
  const until = expires === null ? "" : `until ${dayText(expires - 1)}`;
  return [id, scope, site ?? "all sites", `from ${dayText(day)}`, until, label].filter(Boolean).join("  ");
}

async function revokeOne(db: Database, id: string, { print }: Ports): Promise<void> {
  if (!(await revokeToken(db, id))) throw new Failure(`no token has the id "${id}"; see token --list`);
  print(`token ${id} revoked`);
}

async function shareLine(
  db: Database,
  site: string,
  { flags, ports, url }: { flags: Flags; ports: Ports; url: string },
): Promise<string> {
  if ((await readSites(db, [site])).length === 0) throw new Failure(`there is no site "${site}"`);
  const { days, label } = flags.token;
  const made = await makeToken(db, { scope: "share", site, days, label }, ports);
  return `share link (${site}, read only, ${days} days): ${url}/setup?token=${made}`;
}

/** `init`: makes the database and, where there is none, the first API token. */
export function init(flags: Flags, ports: Ports): Promise<void> {
  return withDatabase(flags, async (db) => {
    ports.print(`database ${publicName(flags.database)} is ready`);
    if (await hasTokens(db)) return;
    ports.print(tokenLine(await makeToken(db, { scope: "read" }, ports)));
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
  return [
    await setupLine(db, url, ports),
    tokenLine(kept ?? (await makeToken(db, { scope: "read" }, ports))),
  ];
}

async function setupLine(db: Database, url: string, ports: Ports): Promise<string> {
  return `set-up link (works once): ${url}/setup?token=${await makeToken(db, { scope: "setup" }, ports)}`;
}

const tokenLine = (made: string): string => `API token (shown only now): ${made}`;

async function keepToken(db: Database, file: string, ports: Ports): Promise<string> {
  // A file that is not there yet is the usual case at the first start.
  const old = (await readFile(file, "utf8").catch(() => "")).trim();
  if (old !== "" && (await hasToken(db, old, { scope: "read", day: dayOf(ports.clock()) }))) return old;
  const made = await makeToken(db, { scope: "read" }, ports);
  try {
    await writeFile(file, `${made}\n`, { mode: 0o600 });
    // The mode above is for new files only.
    await chmod(file, 0o600);
  } catch (cause) {
    throw new Failure(`${file}: ${cause instanceof Error ? cause.message : "cannot be written"}`, { cause });
  }
  return made;
}

async function makeToken(
  db: Database,
  is: Pick<NewToken, "scope" | "site" | "label"> & { days?: number | undefined },
  { newToken, clock }: Ports,
): Promise<string> {
  const [made, day] = [newToken(), dayOf(clock())];
  const { scope, site, label, days } = is;
  await addToken(db, made, { scope, site, label, day, expires: days === undefined ? undefined : day + days });
  return made;
}
