import type { Json } from "../audiences/index.js";
import type { Results } from "../decisions/index.js";
import type { Log } from "../kernel/index.js";
import { readSlotEntry, type SlotOverrides } from "./slot-entry.js";

/** A text per language, `{ "en": "Boots", "de": "Stiefel" }`, or one for all. */
export type Label = string | Record<string, string>;

/** What the merchant says of one topic. */
export interface TopicEntry {
  id: string;
  label?: Label;
  /** Ids of the topics it belongs to, nearest first. */
  parents?: string[];
  /** Other names of the same topic, e.g. category slugs of other languages. */
  aliases?: string[];
  sensitive?: boolean;
  /** Half-life of interest, days. */
  halfLife?: number;
  /** Days until a purchase is likely to be repeated; the topic rests so long. */
  repurchase?: number;
}

/** Overrides of a slot's attributes, and what the dashboard calls its variants. */
export interface SlotEntry {
  variants?: string[];
  goal?: string;
  holdout?: number;
  choose?: string;
  /** `"3/day"`. */
  cap?: string;
  /** Shares of a `test`, by variant. */
  weights?: Record<string, number>;
  /** Only devices in this share of a namespace take part, `["home", 0, 0.5]`; slots in disjoint shares never meet. */
  namespace?: [name: string, from: number, to: number];
}

/** What the merchant says of the consent banner and of whom the consent is given to. */
export interface ConsentEntry {
  /** Which of the banner's categories stand for which purpose. */
  purposes?: Record<string, string[]>;
  /** Who is responsible: name and address, as the privacy notice gives them. */
  controller?: string;
  /** Address of the privacy notice. */
  notice?: string;
  /** How the visitor takes the consent back, in words or as an address. */
  withdrawal?: string;
}

/** What is read on which pages. */
export interface SourcesEntry {
  /** Sources that are not to be read, by name. */
  off?: string[];
  /** Properties of products (`additionalProperty`) that become facets, as the merchant writes them. */
  facets?: string[];
  /** All others: path → topics, e.g. `"/shoes/:kind": { "topics": ["shoes", ":kind"] }`. */
  [path: string]: unknown;
}

/** `heimspiel.json`; every part is optional. */
export interface Manifest {
  topics?: TopicEntry[];
  complements?: Record<string, Record<string, number>>;
  personas?: Record<string, Json>;
  campaigns?: Record<string, Json>;
  sources?: SourcesEntry;
  consent?: ConsentEntry;
  tact?: Record<string, number>;
  statistics?: Record<string, Json>;
  /** `SlotEntry`s in the file. */
  slots?: Record<string, SlotOverrides>;
  /** Not in the file: what the collector has published of variants. */
  model?: Results | undefined;
  /** Not in the file: when the collector was asked, milliseconds since 1970, and what it has published of topics. */
  learned?: { at: number; complements: Record<string, Record<string, number>> };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const parts = "complements personas campaigns sources consent tact statistics slots".split(" ");

/**
 * Takes what is well-formed of a manifest and names the rest.
 * @param value the parsed JSON, of any shape
 * @returns a manifest without the malformed parts; never throws
 * @example
 * readManifest({ topics: [{ id: "hiking" }], tpics: [] }, log) // → { topics: [{ id: "hiking" }] }, warns of "tpics"
 */
export function readManifest(value: unknown, log: Log): Manifest {
  const manifest: Record<string, unknown> = {};
  if (!isRecord(value)) {
    log("manifest: not a JSON object");
    return manifest;
  }
  for (const [key, part] of Object.entries(value)) {
    if (key === "topics" && Array.isArray(part))
      manifest[key] = part.filter((topic, at) => isTopic(topic, at, log));
    else if (parts.includes(key) && isRecord(part)) manifest[key] = readers[key]?.(part, log) ?? part;
    else if (key !== "$schema")
      log(`manifest.${key}: ${parts.includes(key) || key === "topics" ? "malformed" : "unknown"}`);
  }
  return manifest;
}

const isNames = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.every((name) => typeof name === "string"));

/** What is well-formed of the parts whose entries are looked at one by one. */
const readers: Partial<Record<string, (part: Record<string, unknown>, log: Log) => unknown>> = {
  campaigns: (part, log) =>
    sound("campaigns", part, (entry) => isRecord(entry) && isNames(entry["utm"]), log),
  slots: (part, log) =>
    Object.fromEntries(
      Object.entries(part).map(([name, entry]) => [
        name,
        readSlotEntry(entry, (key) => log(`manifest.slots["${name}"]${key}: malformed`)),
      ]),
    ),
  sources: (part, log) =>
    sound(
      "sources",
      part,
      (entry, key) => (key === "off" || key === "facets" ? isNames(entry) : isRecord(entry)),
      log,
    ),
};

function sound(
  name: string,
  part: Record<string, unknown>,
  fits: (entry: unknown, key: string) => boolean,
  log: Log,
): Record<string, unknown> {
  const entries = Object.entries(part);
  for (const [key, entry] of entries) if (!fits(entry, key)) log(`manifest.${name}["${key}"]: malformed`);
  return Object.fromEntries(entries.filter(([key, entry]) => fits(entry, key)));
}

function isTopic(topic: unknown, at: number, log: Log): boolean {
  const place = `manifest.topics[${at}]`;
  if (!isRecord(topic) || typeof topic["id"] !== "string") {
    log(`${place}: needs an id`);
    return false;
  }
  const wrong = ["parents", "aliases"].filter((key) => !isNames(topic[key]));
  for (const key of wrong) log(`${place}.${key}: needs a list of names`);
  return wrong.length === 0;
}
