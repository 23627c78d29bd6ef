import { Hono, type Context, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { etag } from "hono/etag";
import { limits } from "heimspiel/wire";
import type { AppOptions } from "../routes/options.js";
import { interestsPage } from "./interests/page.js";
import { overviewPage } from "./overview/page.js";
import { isOwnForm } from "./own-form.js";
import { send, viewOf, type Page } from "./page.js";
import { privacyPage } from "./privacy/page.js";
import { refuse } from "./refused.js";
import { readerOf, signIn, signOut } from "./session.js";
import { changeSettings, settingsPage } from "./settings/page.js";
import { SignIn, signInTitle } from "./sign-in.js";
import { slotPage } from "./slot/page.js";
import { icon, readStyle } from "./style.js";

// A manifest of thousands of topics.
const manifestBytes = 1_000_000;

/** The dashboard and the ways into it. */
export function pages(options: AppOptions): Hono {
  const app = new Hono();
  const style = readStyle();
  app.get("/style.css", etag(), (context) => context.body(style, 200, asset("text/css; charset=utf-8")));
  app.get("/icon.svg", etag(), (context) => context.body(icon, 200, asset("image/svg+xml")));
  for (const path of ["/setup", "/share"])
    app.get(path, (context) => enter(context, context.req.query("token"), options));
  app.post("/setup", ownForm, upTo(limits.bodyBytes), async (context) => {
    const { token } = await context.req.parseBody().catch((): Record<string, unknown> => ({}));
    return enter(context, typeof token === "string" ? token : "", options);
  });
  app.post("/sign-out", ownForm, async (context) => {
    await signOut(context, options);
    return see(context, "./");
  });
  const views = {
    "/": overviewPage,
    "/slot": slotPage,
    "/interests": interestsPage,
    "/privacy": privacyPage,
  };
  for (const [path, page] of Object.entries(views))
    app.get(path, (context) => guarded(context, options, { page, writes: false }));
  app.get("/settings", (context) => guarded(context, options, { page: settingsPage, writes: true }));
  app.post("/settings", ownForm, upTo(manifestBytes), (context) =>
    guarded(context, options, { page: changeSettings, writes: true }),
  );
  return app;
}

/** Answers who is signed in, and for pages that write, who may. */
async function guarded(
  context: Context,
  options: AppOptions,
  { page, writes }: { page: Page; writes: boolean },
): Promise<Response> {
  const view = viewOf(context);
  const reader = await readerOf(context, options);
  if (!reader) return askToken(context, false);
  if (writes && !reader.mayWrite) return refuse(context, "readOnly", reader);
  return page({ context, options, view, reader });
}

async function enter(context: Context, token: string | undefined, options: AppOptions): Promise<Response> {
  if (token !== undefined && (await signIn(context, token, options)))
    return see(context, viewOf(context).link("./"));
  return askToken(context, token !== undefined);
}

function askToken(context: Context, failed: boolean): Promise<Response> {
  const view = viewOf(context);
  return send(context, view, {
    title: signInTitle(view),
    status: 401,
    body: <SignIn view={view} failed={failed} />,
  });
}

const ownForm: MiddlewareHandler = async (context, next) => {
  if (!isOwnForm(context)) return refuse(context, "foreign");
  await next();
};

const upTo = (maxSize: number): MiddlewareHandler =>
  bodyLimit({ maxSize, onError: (context) => refuse(context, "tooLarge") });

function see(context: Context, path: string): Response {
  context.header("Cache-Control", "no-store");
  context.header("Referrer-Policy", "no-referrer");
  return context.redirect(path, 303);
}

/** Kept by browsers, and asked for again by its hash. */
function asset(type: string): Record<string, string> {
  return { "Content-Type": type, "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff" };
}
