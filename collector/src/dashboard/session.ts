import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { dayOf } from "../ingest/index.js";
import type { AppOptions } from "../routes/options.js";
import { addToken, daysOf, findToken, takeToken, type Scope } from "../store/index.js";

const cookieName = "heimspiel_dashboard";

/** Whoever is signed in, and what they may do. */
export interface Reader {
  /** The only site they may see; undefined for all. */
  readonly site: string | undefined;
  /** Whether they may change settings. */
  readonly mayWrite: boolean;
}

const writers: readonly Scope[] = ["session", "admin"];
const keys: readonly Scope[] = ["read", "admin", "share"];

/**
 * Who reads. The cookie is the token they signed in with, so that a token that is revoked or expires takes its readers
 * with it; only who came by a set-up link, which works once, has a session of its own.
 */
export async function readerOf(context: Context, { db, clock }: AppOptions): Promise<Reader | undefined> {
  const cookie = getCookie(context, cookieName);
  const found = cookie === undefined ? undefined : await findToken(db, cookie, dayOf(clock()));
  if (!found || found.scope === "setup") return undefined;
  return { site: found.site ?? undefined, mayWrite: writers.includes(found.scope) && found.site === null };
}

/** Signs the browser in with a one-time set-up token or any other one; false when it is not valid. */
export async function signIn(context: Context, token: string, options: AppOptions): Promise<boolean> {
  const { db, clock, newToken } = options;
  const day = dayOf(clock());
  if (await takeToken(db, token, { scope: "setup", day })) {
    const session = newToken();
    await addToken(db, session, { scope: "session", day });
    setCookie(context, session, daysOf.session * 86_400);
    return true;
  }
  const found = await findToken(db, token, day);
  if (!found || !keys.includes(found.scope)) return false;
  // Who may write and looks at a share link goes on as they were: a set-up link cannot be used again.
  if (found.scope === "share" && (await readerOf(context, options))?.mayWrite) return true;
  setCookie(context, token, daysOf.session * 86_400);
  return true;
}

/** Ends the session, in the database too; a token that was signed in with stays valid. */
export async function signOut(context: Context, { db, clock }: AppOptions): Promise<void> {
  const cookie = getCookie(context, cookieName);
  if (cookie !== undefined) await takeToken(db, cookie, { scope: "session", day: dayOf(clock()) });
  setCookie(context, "", 0);
}

/**
 * Lax: a strict cookie would not come with the first page after a click in somebody's mail. It comes with no request that
 * changes anything, `isOwnForm` sees to that as well. Without Path it stays under the folder it was set in, which a proxy
 * may have moved to /heim.
 */
function setCookie(context: Context, value: string, seconds: number): void {
  const secure = context.req.header("X-Forwarded-Proto") === "https" ? "; Secure" : "";
  context.header("Set-Cookie", `${cookieName}=${value}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`);
}
