import { createHash } from "node:crypto";
import type { Database, TokenTable } from "./schema.js";

export type Scope = TokenTable["scope"];

/** A session ends, a set-up link expires after this many days. */
export const daysOf: Record<Exclude<Scope, "read">, number> = { session: 30, setup: 7 };

// A token has 192 random bits, so a plain hash cannot be searched; a slow one would only help an attacker tire us.
const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Stores the hash of a new token of a scope. */
export async function addToken(
  db: Database,
  token: string,
  is: { scope: Scope; day: number },
): Promise<void> {
  await db
    .insertInto("token")
    .values({ hash: hashOf(token), ...is })
    .execute();
}

/** Whether the token is known under the scope and has not expired on `day`. */
export async function hasToken(
  db: Database,
  token: string,
  is: { scope: Scope; day: number },
): Promise<boolean> {
  let query = db
    .selectFrom("token")
    .select("hash")
    .where("hash", "=", hashOf(token))
    .where("scope", "=", is.scope);
  if (is.scope !== "read") query = query.where("day", ">", is.day - daysOf[is.scope]);
  return (await query.executeTakeFirst()) !== undefined;
}

/** Takes a one-time token: true for the first caller only. */
export async function takeToken(
  db: Database,
  token: string,
  is: { scope: Scope; day: number },
): Promise<boolean> {
  if (!(await hasToken(db, token, is))) return false;
  const gone = await db.deleteFrom("token").where("hash", "=", hashOf(token)).executeTakeFirst();
  return Number(gone.numDeletedRows) === 1;
}

/** Whether any token was ever made, that is, whether this is not the first start. */
export async function hasTokens(db: Database): Promise<boolean> {
  return (
    (await db.selectFrom("token").select("hash").where("scope", "=", "read").executeTakeFirst()) !== undefined
  );
}
