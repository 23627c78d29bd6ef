import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { Hono, type Context } from "hono";
import { proxy } from "hono/proxy";
import { cmpIds, cmpOf, defaultCmp, type Cmp } from "./cmps.js";
import { encodingFor, readFolder, type StaticFile } from "./files.js";
import { cacheControl } from "./headers.js";

/** What the shop's server needs. */
export interface ShopOptions {
  /** TCP port; 0 takes any free one. */
  readonly port: number;
  /** Where `/heim/*` goes, without a slash at the end. */
  readonly collectorUrl: string;
  /** The built shop; default: the folder of this file. */
  readonly dist?: string;
  /** The built SDK; default: `../../sdk/dist` from there. */
  readonly sdk?: string;
}

/** A running shop. */
export interface Shop {
  readonly url: string;
  close(): Promise<void>;
}

type Files = ReadonlyMap<string, StaticFile>;

interface Site {
  /** The default mode's pages and every mode's assets. */
  readonly files: Files;
  /** The other modes' pages. */
  readonly modes: ReadonlyMap<Cmp, Files>;
  readonly sdk: Files;
  readonly policies: Readonly<Record<Cmp, string>>;
}

/**
 * Starts the shop. Rejects with Node's error (`code` `EADDRINUSE`) when the port is taken.
 * @example const { url, close } = await createShop({ port: 4321, collectorUrl: "http://127.0.0.1:8787" });
 */
export function createShop(options: ShopOptions): Promise<Shop> {
  const app = createApp(options);
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: app.fetch, port: options.port, hostname: "127.0.0.1" },
      (info: AddressInfo) => {
        resolve({
          url: `http://localhost:${info.port}`,
          close: () =>
            new Promise((closed) => {
              server.close(() => closed());
              if ("closeAllConnections" in server) server.closeAllConnections();
            }),
        });
      },
    );
    server.once("error", reject);
  });
}

/** The shop as a function from request to response, for tests without sockets. */
export function createApp({
  collectorUrl,
  dist = here(),
  sdk = join(dist, "../../sdk/dist"),
}: ShopOptions): Hono {
  const site = readSite(dist, sdk);
  const app = new Hono();
  app.get("/", (c) => {
    c.header("Vary", "Accept-Language");
    return c.redirect(`/${preferredLanguage(c.req.header("accept-language"))}/${new URL(c.req.url).search}`);
  });
  app.all("/heim/*", (c) => toCollector(c, collectorUrl));
  app.get("*", (c) => answer(c, site));
  return app;
}

function here(): string {
  return fileURLToPath(new URL(".", import.meta.url));
}

function readSite(dist: string, sdk: string): Site {
  return {
    files: readFolder(join(dist, "public")),
    modes: new Map(
      cmpIds.filter((cmp) => cmp !== defaultCmp).map((cmp) => [cmp, readFolder(join(dist, "modes", cmp))]),
    ),
    sdk: readFolder(sdk),
    policies: JSON.parse(readFileSync(join(dist, "policies.json"), "utf8")) as Site["policies"],
  };
}

/** German for those who put it before English, else English. */
export function preferredLanguage(header = ""): "de" | "en" {
  const german = header.search(/\bde\b/i);
  const english = header.search(/\ben\b/i);
  return german >= 0 && (english < 0 || german < english) ? "de" : "en";
}

/** Passes a report on. The visitor's cookies and address of origin have no business there, so they are left out. */
async function toCollector(c: Context, collectorUrl: string): Promise<Response> {
  const { pathname, search } = new URL(c.req.url);
  const headers = { ...c.req.header(), cookie: undefined, referer: undefined };
  try {
    return await proxy(collectorUrl + pathname.slice("/heim".length) + search, { raw: c.req.raw, headers });
  } catch (error) {
    // The collector is down: the SDK keeps its reports and tries again later.
    return c.text(
      `The collector does not answer (${error instanceof Error ? error.message : "unknown"}).`,
      502,
    );
  }
}

function answer(c: Context, site: Site): Response | Promise<Response> {
  const { pathname, searchParams } = new URL(c.req.url);
  const cmp = cmpOf(searchParams.get("cmp"));
  const pages = site.modes.get(cmp) ?? site.files;
  const path = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
  const file = pages.get(path) ?? site.files.get(path) ?? site.sdk.get(path);
  if (file) return send(c, file, { path, policy: site.policies[cmp] });
  if (pages.has(`${path}/index.html`)) return c.redirect(`${path}/${new URL(c.req.url).search}`, 301);
  const lost = pages.get(
    pathname.startsWith("/de/") ? "/de/nicht-gefunden/index.html" : "/en/not-found/index.html",
  );
  if (!lost) return c.notFound();
  return send(c, lost, { path: "/not-found.html", policy: site.policies[cmp], status: 404 });
}

function send(
  c: Context,
  file: StaticFile,
  { path, policy, status = 200 }: { path: string; policy: string; status?: 200 | 404 },
): Response {
  c.header("Content-Type", file.type);
  c.header("ETag", file.etag);
  c.header("Vary", "Accept-Encoding");
  c.header("X-Content-Type-Options", "nosniff");
  c.header("Referrer-Policy", "strict-origin-when-cross-origin");
  c.header("Cache-Control", cacheControl(path, c.req.query("v") !== undefined));
  if (path.endsWith(".html")) c.header("Content-Security-Policy", policy);
  if (path === "/heimspiel.js") c.header("SourceMap", "heimspiel.js.map");
  if (status === 200 && c.req.header("if-none-match")?.includes(file.etag)) return c.body(null, 304);
  const encoding = encodingFor(c.req.header("accept-encoding") ?? "");
  if (encoding !== "identity") c.header("Content-Encoding", encoding);
  return c.body(file.body(encoding), status);
}
