import { readFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

const dist = new URL("../../sdk/dist/", import.meta.url);
const boot = readFileSync(new URL("boot.js", dist), "utf8");
const { csp } = JSON.parse(readFileSync(new URL("integrity.json", dist), "utf8")) as {
  csp: Record<string, string>;
};

/** What an address answers: a page, a script, or whatever it wants, piece by piece. */
export type Answer = string | ((response: ServerResponse) => void);

/** A small site of a test's own. */
export interface Site {
  url: string;
  close(): Promise<void>;
}

const base = `default-src 'self'; script-src 'self' '${csp["boot.js"] ?? ""}'; style-src 'self'`;
/** The strictest policy there is; frameworks that write HTML cannot live under it, and get the other. */
const strict = `${base}; require-trusted-types-for 'script'; trusted-types 'none'`;

/** A page with the SDK, boot.js inlined, as install.md says. */
export const pageOf = (body: string, head = ""): string => `<!doctype html><html lang="en"><head>
<meta charset="utf-8"><title>Shop</title><script>${boot}</script>
<script src="/sdk/heimspiel.js" data-site="outdoor" async></script>${head}</head>
<body>${body}</body></html>`;

/** Serves some answers by their paths, and the built SDK. */
export async function serve(answers: Record<string, Answer>, isStrict = true): Promise<Site> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://site");
    const isScript = pathname.endsWith(".js");
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html; charset=utf-8");
    if (!isScript) response.setHeader("content-security-policy", isStrict ? strict : base);
    const answer = answers[pathname] ?? sdkFile(pathname);
    if (typeof answer === "function") answer(response);
    else response.writeHead(answer === undefined ? 404 : 200).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function sdkFile(path: string): string | undefined {
  const [, name] = /^\/sdk\/([\w-]+\.js)$/.exec(path) ?? [];
  return name && readFileSync(new URL(name, dist), "utf8");
}
