import type { Context } from "hono";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { AppOptions } from "../routes/options.js";
import { readSites, type Site } from "../store/index.js";
import { languageOf } from "./language.js";
import { documentOf, Layout, type Place } from "./layout.js";
import type { Reader } from "./session.js";
import { csvOf, type Sheet } from "./sheet.js";
import { addressOf, createView, type View } from "./view.js";

const policy =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** One request of somebody who is signed in. */
export interface Visit {
  readonly context: Context;
  readonly options: AppOptions;
  readonly view: View;
  readonly reader: Reader;
}

/** Answers a request with a page. */
export type Page = (visit: Visit) => Promise<Response>;

/** What a page is made of. */
export interface Content {
  readonly title: string;
  readonly body: JSX.Element;
  readonly status?: 200 | 400 | 401 | 403 | 404 | 413;
  readonly place?: Place;
  readonly site?: string | undefined;
  /** Its numbers, also to be had as CSV and JSON. */
  readonly sheet?: Sheet;
}

/** The page, or with `?format=csv|json` its numbers. */
export function answer(visit: Visit, content: Content): Promise<Response> {
  const { context } = visit;
  const { sheet } = content;
  const format = context.req.query("format");
  if (!sheet || (format !== "csv" && format !== "json"))
    return send(context, visit.view, content, visit.reader);
  const [type, text] =
    format === "csv"
      ? ["text/csv; charset=utf-8", csvOf(sheet)]
      : ["application/json", JSON.stringify(sheet.rows)];
  return Promise.resolve(
    context.body(text, 200, {
      "Content-Type": type,
      "Content-Disposition": `${format === "csv" ? "attachment" : "inline"}; filename="${sheet.name}.${format}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    }),
  );
}

/** A page under the strict policy, kept nowhere. */
export async function send(
  context: Context,
  view: View,
  content: Content,
  reader?: Reader,
): Promise<Response> {
  const { title, body, place, site, sheet, status = 200 } = content;
  const page = (
    <Layout
      {...{ view, title, place, site, reader }}
      otherLanguage={again(context, { lang: view.language === "en" ? "de" : "en" })}
      files={sheet && { CSV: again(context, { format: "csv" }), JSON: again(context, { format: "json" }) }}
    >
      {body}
    </Layout>
  );
  return context.html(await documentOf(page), status, {
    "Content-Security-Policy": policy,
    // Under "no-referrer" a browser sends forms with "Origin: null".
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Content-Language": view.language,
    Vary: "Accept-Language, Cookie",
  });
}

export function viewOf(context: Context): View {
  return createView(languageOf(context), context.req.query("lang") !== undefined);
}

/** The same page with a parameter changed; a token is never repeated in a link. */
function again({ req }: Context, change: Readonly<Record<string, string>>): string {
  const page = req.path.split("/").at(-1) ?? "";
  return addressOf(page === "" ? "./" : page, { ...req.query(), token: undefined, ...change });
}

/** The sites that the reader may see. */
export async function sitesOf({ options, reader }: Visit): Promise<Site[]> {
  return readSites(options.db, reader.site === undefined ? undefined : [reader.site]);
}
