import type { Context } from "hono";

/**
 * Whether a form was sent from the dashboard's own pages, against cross-site request forgery. Browsers say so in
 * `Sec-Fetch-Site`, which no proxy changes (https://www.w3.org/TR/fetch-metadata/); over plain HTTP they leave it out and
 * send `Origin` only.
 */
export function isOwnForm({ req }: Context): boolean {
  const site = req.header("Sec-Fetch-Site");
  if (site !== undefined) return site === "same-origin";
  const origin = req.header("Origin") ?? "";
  const hosts = [req.header("X-Forwarded-Host"), req.header("Host"), new URL(req.url).host];
  return URL.canParse(origin) && hosts.includes(new URL(origin).host);
}
