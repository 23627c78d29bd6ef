import type { Recording, Sent } from "./recording.js";

/** The shop's own keys, which are no business of the SDK: its cart and its banner's answer. */
const shopKeys = ["almweg-cart", "almweg-consent"];

const isReport = ({ url }: Sent): boolean => new URL(url).pathname.endsWith("/v1/reports");

/** The SDK's later files, which a visitor without consent does not need. */
const later = /\/(observe|learn|signals-more|visitor|store|model|report|panel)\.js$/;

/**
 * What a recorded journey breaks of the promises that concern storage and requests, in words; nothing when it keeps them.
 * @param secrets texts that live on the device and must not be in any request
 */
export function breaches(
  { sent, stored }: Recording,
  site: string,
  secrets: readonly string[] = [],
): string[] {
  const found: string[] = [];
  for (const { when, beforeGrant, what } of stored) {
    for (const cookie of what.cookies) found.push(`${when}: cookie ${cookie}`);
    for (const area of ["localStorage", "sessionStorage", "caches"] as const) {
      for (const key of what[area]) if (!shopKeys.includes(key)) found.push(`${when}: ${area} ${key}`);
    }
    for (const name of what.databases) {
      if (beforeGrant) found.push(`${when}: database ${name} before a grant`);
      else if (name !== "heimspiel") found.push(`${when}: database ${name}`);
    }
  }
  for (const request of sent) found.push(...breachesOf(request, site, secrets));
  return found;
}

function breachesOf(request: Sent, site: string, secrets: readonly string[]): string[] {
  const { url, method, headers, body, beforeGrant } = request;
  const found: string[] = [];
  const { origin, pathname, search } = new URL(url);
  const say = (what: string): void => void found.push(`${method} ${pathname}: ${what}`);
  if (origin !== site) say(`to ${origin}`);
  if (headers["cookie"] !== undefined) say("cookie");
  if (beforeGrant && (method !== "GET" || later.test(pathname))) say("before a grant");
  for (const secret of secrets)
    if ((url + body + JSON.stringify(headers)).includes(secret)) say("carries what the device knows");
  if (method !== "GET" && !isReport(request)) say("not a report");
  if (isReport(request)) {
    if (headers["referer"]) say("referrer");
    if (search !== "") say("query");
    found.push(...unknownHeaders(headers).map((name) => `report: header ${name}`));
    found.push(...shapeOf(body));
  }
  return found;
}

/** What every browser sends with a post of text, and what the test's own browser adds. */
const usualHeaders =
  /^(:.*|accept|accept-encoding|accept-language|connection|content-length|content-type|host|origin|priority|user-agent|sec-.*|dnt)$/;

const unknownHeaders = (headers: Record<string, string>): string[] =>
  Object.keys(headers).filter((name) => headers[name] && !usualHeaders.test(name));

/** Whether a report's body is what the format allows and not a byte more. */
function shapeOf(body: string): string[] {
  const report = JSON.parse(body) as Record<string, unknown> & { answers: Record<string, unknown>[] };
  const keys = Object.keys(report).sort().join();
  const found: string[] = [];
  if (keys !== "answers,day,id,pad,site,v") found.push(`report: keys ${keys}`);
  if (!/^[\w-]{21}$/.test(String(report["id"]))) found.push("report: id");
  if (!Number.isInteger(report["day"])) found.push("report: the day is not whole");
  for (const answer of report.answers) {
    const unknown = Object.keys(answer).filter(
      (key) => !["q", "cells", "hash", "eps", "m", "arm", "a"].includes(key),
    );
    if (unknown.length > 0) found.push(`report: answer with ${unknown.join()}`);
  }
  return found;
}

/** The reports of a recording. */
export const reportsOf = ({ sent }: Recording): string[] => sent.filter(isReport).map(({ body }) => body);
