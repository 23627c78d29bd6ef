import type { Manifest } from "./manifest.js";

/** What the merchant says of a campaign (`manifest.campaigns`). */
export interface CampaignEntry {
  /** The day it ends, ISO 8601; for a visitor who arrives later it does not begin. */
  until?: string;
  /** Days it stands for a visitor who has arrived with it (30). */
  days?: number;
  /** What it is about; counts as a click on it. */
  topics?: string[];
  /** The `utm_campaign` values that start it, besides its own id. */
  utm?: string[];
}

/** A campaign a visitor has arrived with. */
export interface Arrival {
  id: string;
  /** Milliseconds since 1970. */
  until: number;
  topics: readonly string[];
}

const day = 86_400_000;

/** Whether an address may name a campaign; which one, `arrivalIn` tells. */
export const mayNameCampaign = (search: string): boolean => /[?&](heim|utm_campaign)=/.test(search);

/**
 * The campaign named in an address: by `?heim=<id>`, known to the manifest or not, or by a `utm_campaign` that the manifest knows.
 * @example
 * arrivalIn("?heim=peru", {}, Date.now()) // { id: "peru", until: …, topics: [] }
 */
export function arrivalIn(search: string, { campaigns = {} }: Manifest, now: number): Arrival | undefined {
  const entries = Object.entries(campaigns) as [string, CampaignEntry][];
  const query = new URLSearchParams(search);
  const utm = query.get("utm_campaign") ?? "";
  const known = entries.find(([id, entry]) => utm && (id === utm || entry.utm?.includes(utm)));
  const id = query.get("heim") ?? known?.[0];
  if (!id) return undefined;
  const [, { until, days = 30, topics = [] }] = entries.find(([one]) => one === id) ?? [id, {}];
  const end = Math.min(now + days * day, Date.parse(until ?? "") || Infinity);
  return end > now ? { id, until: end, topics } : undefined;
}

/** What begins with a letter and is short: neither an address nor a number, whoever wrote the link. */
const medium = /^[a-z][\w-]{0,31}$/;

/** Hosts by which visitors come, and the channel they stand for; the first that fits counts. */
const hosts: readonly (readonly [RegExp, string])[] = [
  [/^(web)?mail\.|^outlook\./, "email"],
  [/(^|\.)(google|bing|yahoo|duckduckgo|ecosia|qwant|startpage|yandex|baidu|search\.brave)\./, "search"],
  [
    /(^|\.)(facebook|instagram|pinterest|tiktok|youtube|linkedin|twitter|reddit|threads|xing|snapchat)\.|^(t\.co|x\.com|lnkd\.in|youtu\.be|bsky\.app)$/,
    "social",
  ],
];

/** A host without what says nothing of the site. */
const siteOf = (host: string): string => host.replace(/^www\./, "");

/**
 * By which channel a visitor came to a page: the link's `utm_medium` ("email", "cpc"), else, by the page before it, "search",
 * "social", "email" or "referral", and "direct" where there is none. The address of that page is not kept.
 * @returns undefined when the visitor came from a page of this site
 * @example
 * channelIn("", "https://www.google.com/", "shop.example") // "search"
 */
export function channelIn(search: string, referrer: string, hostname: string): string | undefined {
  const named = new URLSearchParams(search).get("utm_medium")?.toLowerCase().replaceAll(" ", "-") ?? "";
  if (medium.test(named)) return named;
  if (!referrer) return "direct";
  const host = siteOf(new URL(referrer).hostname);
  if (host === siteOf(hostname)) return undefined;
  return hosts.find(([pattern]) => pattern.test(host))?.[1] ?? "referral";
}

/** Takes `heim` out of the address bar, so that a link that is passed on does not carry the offer. The rest is the page's. */
export function cleanAddress({ location, history }: Pick<Window, "location" | "history">): void {
  const url = new URL(location.href);
  if (!url.searchParams.has("heim")) return;
  // By hand: searchParams would write the page's own parameters anew.
  url.search = url.search.replace(/([?&])heim=[^&]*(&|$)/g, (_, before: string, after: string) =>
    after ? before : "",
  );
  history.replaceState(history.state, "", url);
}
