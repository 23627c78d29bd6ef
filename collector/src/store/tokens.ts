import { createHash } from "node:crypto";
import type { Database, TokenTable } from "./schema.js";

/**
 * What a token is good for: `read` the API, `admin` the dashboard with its settings, `share` dashboard and API of one
 * site without changing anything, `setup` signing one browser in, once, `session` a browser that is signed in.
 */
export type Scope = TokenTable["scope"];

/** A session ends, a set-up link expires after this many days. */
export const daysOf: Record<"session" | "setup", number> = { session: 30, setup: 7 };

/** What is known of a token. `id` names it to the operator; the token itself cannot be told from it. */
export interface TokenInfo extends Omit<TokenTable, "hash"> {
  readonly id: string;
}

/** A token to be made; `day` is today. */
export interface NewToken {
  readonly scope: Scope;
  readonly day: number;
  /** The only site it is good for; undefined for all. */
  readonly site?: string | undefined;
  readonly label?: string | undefined;
  /** The first day it is no longer valid on; undefined for the scope's own time. */
  readonly expires?: number | undefined;
}

/** What a token is wanted for; without `site`, it must be good for all sites. */
export interface Wanted {
  readonly scope: Scope;
  readonly day: number;
  readonly site?: string | undefined;
}

const idLength = 12;

// A token has 192 random bits, so a plain hash cannot be searched; a slow one would only help an attacker tire us.
const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

const columns = ["hash", "scope", "site", "label", "day", "expires"] as const;

function infoOf({ hash, ...row }: TokenTable): TokenInfo {
  return { id: hash.slice(0, idLength), ...row };
}

function ownTime(scope: Scope): number | undefined {
  return scope === "session" || scope === "setup" ? daysOf[scope] : undefined;
}

/** Stores the hash of a new token. */
export async function addToken(db: Database, token: string, is: NewToken): Promise<void> {
  const { scope, day, site = null, label = "" } = is;
  const days = ownTime(scope);
  const expires = is.expires ?? (days === undefined ? null : day + days);
  await db
    .insertInto("token")
    .values({ hash: hashOf(token), scope, day, site, label, expires })
    .execute();
}

/** What is known of a token that is valid on `day`; undefined where it is not. */
export async function findToken(db: Database, token: string, day: number): Promise<TokenInfo | undefined> {
  const row = await db
    .selectFrom("token")
    .select(columns)
    .where("hash", "=", hashOf(token))
    .where((where) => where.or([where("expires", "is", null), where("expires", ">", day)]))
    .executeTakeFirst();
  return row && infoOf(row);
}

/** Whether the token is valid on the day, of the scope, and good for the site. */
export async function hasToken(db: Database, token: string, is: Wanted): Promise<boolean> {
  const found = await findToken(db, token, is.day);
  return found?.scope === is.scope && (found.site === null || found.site === is.site);
}

/** Takes a one-time token: true for the first caller only. */
export async function takeToken(db: Database, token: string, is: Wanted): Promise<boolean> {
  if (!(await hasToken(db, token, is))) return false;
  const gone = await db.deleteFrom("token").where("hash", "=", hashOf(token)).executeTakeFirst();
  return Number(gone.numDeletedRows) === 1;
}

/** Whether any API token was ever made, that is, whether this is not the first start. */
export async function hasTokens(db: Database): Promise<boolean> {
  return (
    (await db.selectFrom("token").select("hash").where("scope", "=", "read").executeTakeFirst()) !== undefined
  );
}

/** All tokens but sessions, the newest first. */
export async function listTokens(db: Database): Promise<TokenInfo[]> {
  const query = db.selectFrom("token").select(columns).where("scope", "!=", "session");
  return (await query.orderBy("day", "desc").orderBy("hash").execute()).map(infoOf);
}

/** Ends a token by its id from `listTokens`; false when there is none. */
export async function revokeToken(db: Database, id: string): Promise<boolean> {
  if (id.length !== idLength || !/^[\da-f]+$/.test(id)) return false;
  const gone = await db.deleteFrom("token").where("hash", "like", `${id}%`).executeTakeFirst();
  return Number(gone.numDeletedRows) > 0;
}
