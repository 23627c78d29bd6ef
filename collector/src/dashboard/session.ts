import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { dayOf } from "../ingest/index.js";
import type { AppOptions } from "../routes/options.js";
import { addToken, daysOf, hasToken, takeToken } from "../store/index.js";

const cookieName = "heimspiel_dashboard";

/** Whether the browser is signed in to the dashboard. */
export async function isSignedIn(context: Context, { db, clock }: AppOptions): Promise<boolean> {
  const session = getCookie(context, cookieName);
  return session !== undefined && (await hasToken(db, session, { scope: "session", day: dayOf(clock()) }));
}

/** Signs the browser in with a one-time set-up token or an API token; false when it is neither. */
export async function signIn(context: Context, token: string, options: AppOptions): Promise<boolean> {
  const { db, clock, newToken } = options;
  const day = dayOf(clock());
  const fits =
    (await takeToken(db, token, { scope: "setup", day })) ||
    (await hasToken(db, token, { scope: "read", day }));
  if (!fits) return false;
  const session = newToken();
  await addToken(db, session, { scope: "session", day });
  setCookie(context, session, daysOf.session * 86_400);
  return true;
}

/** Ends the session, in the database too. */
export async function signOut(context: Context, { db, clock }: AppOptions): Promise<void> {
  const session = getCookie(context, cookieName);
  if (session !== undefined) await takeToken(db, session, { scope: "session", day: dayOf(clock()) });
  setCookie(context, "", 0);
}

/** Without Path the cookie stays under the folder it was set in, which a proxy may have moved to /heim. */
function setCookie(context: Context, value: string, seconds: number): void {
  const secure = context.req.header("X-Forwarded-Proto") === "https" ? "; Secure" : "";
  context.header(
    "Set-Cookie",
    `${cookieName}=${value}; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`,
  );
}
