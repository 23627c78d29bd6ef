import type { Results } from "../decisions/index.js";
import type { Store } from "../kernel/index.js";
import type { Core } from "./core.js";
import type { Manifest } from "./manifest.js";
import { withPublished } from "./with-published.js";

/** Longest wait, in milliseconds, and longest answer, in characters. */
const limit = { time: 3000, size: 65_536 };

/**
 * Asks the collector what it has learned from all devices, and keeps that beside the manifest for the next page; on this one
 * nothing changes any more. Where there is no sound answer, what is known stands, and the collector is asked again in a day.
 */
export async function keepModel(core: Core, store: Store): Promise<void> {
  const { options, consent, clock, log } = core;
  const grant = consent.gate.grant("personalization");
  const manifest = options.manifest ? await core.manifest() : {};
  if (!grant || !manifest) return;
  const { model, learned } = core.settings.manifest;
  const at = clock();
  let published: Manifest = { model, learned: { complements: {}, ...learned, at } };
  try {
    published = readModel(await fetchModel(core), options.site, at);
  } catch (error) {
    log("the collector's model is left out", error);
  }
  await store.write(grant, [["manifest", withPublished(manifest, published)]]);
}

async function fetchModel({ window, options: { site = "", collector = "" } }: Core): Promise<unknown> {
  const response = await window.fetch(`${collector}/v1/model?site=${encodeURIComponent(site)}`, {
    credentials: "omit",
    referrerPolicy: "no-referrer",
    signal: AbortSignal.timeout(limit.time),
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const text = await response.text();
  if (text.length > limit.size) throw new Error(`over ${limit.size} characters`);
  return JSON.parse(text) as unknown;
}

/** `[rate, standard error]` by two names. */
type Table = Record<string, Record<string, readonly [number, number]>>;

/**
 * What is used of a model: all of it, or none of one with a number that cannot be.
 * @throws Error: it is no model of this site
 */
function readModel(value: unknown, site: string | undefined, at: number): Manifest {
  const { v, site: of, variants, transitions } = (value ?? {}) as Record<string, unknown>;
  if (v !== 1 || of !== site || !isTable(variants) || !isTable(transitions)) throw new Error("malformed");
  const weights = Object.entries(transitions).map(([topic, next]) => [
    topic,
    Object.fromEntries(Object.entries(next).map(([to, [weight]]) => [to, weight])),
  ]);
  return {
    model: variants satisfies Results,
    learned: { at, complements: Object.fromEntries(weights) as Record<string, Record<string, number>> },
  };
}

const isTable = (value: unknown): value is Table =>
  isRecord(value) &&
  Object.values(value).every((row) => isRecord(row) && Object.values(row).every(isEstimate));

/** `__proto__` would change an object's prototype. */
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !Object.hasOwn(value, "__proto__");

const isEstimate = (pair: unknown): boolean =>
  Array.isArray(pair) &&
  pair.length === 2 &&
  pair.every(Number.isFinite) &&
  pair[0] >= 0 &&
  pair[0] <= 1 &&
  pair[1] > 0;
