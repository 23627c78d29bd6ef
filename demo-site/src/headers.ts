import { createHash } from "node:crypto";
import { cmps, type Cmp } from "./cmps.js";

/** The hash of an inline script, as a policy names it. */
export function cspHash(code: string): string {
  return `sha256-${createHash("sha256").update(code).digest("base64")}`;
}

/**
 * The content security policy of a page.
 *
 * The strictest one, with `trusted-types 'none'`, is what Heimspiel needs no exception from. Banners that write HTML
 * cannot have it: their pages allow one policy, named `default`, with which the shop's script lets the banner's own
 * markup through and nothing else.
 */
export function contentSecurityPolicy(cmp: Cmp, boot?: string): string {
  const hash = boot === undefined ? "" : ` '${cspHash(boot)}'`;
  return [
    "default-src 'self'",
    `script-src 'self'${hash}`,
    "style-src 'self'",
    "require-trusted-types-for 'script'",
    `trusted-types ${cmps[cmp].trustedTypes}`,
  ].join("; ");
}

/**
 * How long a file may be reused. Pages are asked for again (an answer of 304 is cheap) but may enter the back/forward
 * cache. Versioned files never change. The SDK's names are stable while its integrity hash stands in the page, so a
 * long life would leave an old script under a new hash: a minute covers a visit's clicks and no more.
 */
export function cacheControl(path: string, versioned: boolean): string {
  if (versioned) return "public, max-age=31536000, immutable";
  if (path.endsWith(".html")) return "no-cache";
  if (path.startsWith("/assets/")) return "public, max-age=3600";
  return "public, max-age=60";
}
