import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { limits } from "heimspiel/wire";
import type { JSX } from "hono/jsx/jsx-runtime";
import { parseDay, readOverview, readSlot } from "../results/index.js";
import { tooLarge } from "../routes/errors.js";
import type { AppOptions } from "../routes/options.js";
import { documentOf, Layout } from "./layout.js";
import { Overview } from "./overview.js";
import { isSignedIn, signIn, signOut } from "./session.js";
import { SignIn } from "./sign-in.js";
import { SlotPage } from "./slot.js";
import { icon, readStyle } from "./style.js";
import { languageOf } from "./language.js";
import { createView, type View } from "./view.js";

const policy =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** The dashboard and the way into it. */
export function pages(options: AppOptions): Hono {
  const app = new Hono();
  const style = readStyle();
  app.get("/style.css", (context) => context.body(style, 200, asset("text/css; charset=utf-8")));
  app.get("/icon.svg", (context) => context.body(icon, 200, asset("image/svg+xml")));
  app.get("/setup", (context) => enter(context, context.req.query("token"), options));
  app.use("/setup", bodyLimit({ maxSize: limits.bodyBytes, onError: tooLarge }));
  app.post("/setup", async (context) => {
    const { token } = await context.req.parseBody().catch((): Record<string, unknown> => ({}));
    return enter(context, typeof token === "string" ? token : "", options);
  });
  app.post("/sign-out", async (context) => {
    await signOut(context, options);
    return see(context, "./");
  });
  app.get("/", (context) => guarded(context, options, overview));
  app.get("/slot", (context) => guarded(context, options, slot));
  return app;
}

type Page = (context: Context, options: AppOptions, view: View) => Promise<Response>;

async function guarded(context: Context, options: AppOptions, page: Page): Promise<Response> {
  const view = viewOf(context);
  if (await isSignedIn(context, options)) return page(context, options, view);
  return send(context, view, {
    title: view.text.signInTitle,
    status: 401,
    body: <SignIn view={view} failed={false} />,
  });
}

async function enter(context: Context, token: string | undefined, options: AppOptions): Promise<Response> {
  if (token !== undefined && (await signIn(context, token, options))) return see(context, "./");
  const view = viewOf(context);
  const body = <SignIn view={view} failed={token !== undefined} />;
  return send(context, view, { title: view.text.signInTitle, status: 401, body });
}

const overview: Page = async (context, { db }, view) => {
  const sites = await readOverview(db, (number) => `${view.text.numbered} ${number}`);
  return send(context, view, {
    title: view.text.slots,
    status: 200,
    body: <Overview view={view} sites={sites} />,
  });
};

const slot: Page = async (context, { db }, view) => {
  const { site = "", name = "", hash, from = "", to = "" } = context.req.query();
  const numbered = (number: number): string => `${view.text.numbered} ${number}`;
  const period = { from: parseDay(from), to: parseDay(to) };
  const result = await readSlot(db, {
    site,
    slot: name,
    hash: hash === "" ? undefined : hash,
    ...period,
    numbered,
  });
  if (result.visits || result.uplift) {
    return send(context, view, { title: name, status: 200, body: <SlotPage view={view} slot={result} /> });
  }
  const missing = (
    <>
      <h1>{view.text.missingTitle}</h1>
      <p class="empty">{view.text.missing}</p>
    </>
  );
  return send(context, view, { title: view.text.missingTitle, status: 404, body: missing });
};

async function send(
  context: Context,
  view: View,
  { title, status, body }: { title: string; status: 200 | 401 | 404; body: JSX.Element },
): Promise<Response> {
  const page = (
    <Layout view={view} title={title} otherLanguage={otherLanguage(context, view)} signedIn={status !== 401}>
      {body}
    </Layout>
  );
  return context.html(await documentOf(page), status, {
    "Content-Security-Policy": policy,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Content-Language": view.language,
    Vary: "Accept-Language, Cookie",
  });
}

function see(context: Context, path: string): Response {
  context.header("Cache-Control", "no-store");
  context.header("Referrer-Policy", "no-referrer");
  return context.redirect(path, 303);
}

function viewOf(context: Context): View {
  return createView(languageOf(context), context.req.query("lang") !== undefined);
}

/** The same page with the language switched; a token is never repeated in a link. */
function otherLanguage(context: Context, view: View): string {
  const query = new URLSearchParams(context.req.query());
  query.delete("token");
  query.set("lang", view.language === "en" ? "de" : "en");
  const page = context.req.path.split("/").at(-1) ?? "";
  return `${page === "" ? "./" : page}?${query.toString()}`;
}

function asset(type: string): Record<string, string> {
  return {
    "Content-Type": type,
    "Cache-Control": "public, max-age=3600",
    "X-Content-Type-Options": "nosniff",
  };
}
