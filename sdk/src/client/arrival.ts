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
