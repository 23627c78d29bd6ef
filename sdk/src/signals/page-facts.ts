import type { Node } from "./node.js";
import type { Patterns } from "./patterns.js";
import type { Item } from "./signal.js";
import type { SourceName } from "./source-name.js";
import type { Topic } from "./topic.js";

/** What the readers of a page gather. */
export interface PageFacts {
  url: string;
  /** What type of page it is, by the merchant's own word. */
  type?: string | undefined;
  /** What type of page it is, by Open Graph. */
  og?: string | undefined;
  /** The page's subject. */
  topics: Topic[];
  facets: Record<string, string>;
  item?: Item | undefined;
  /** Topics of the other things on the page. */
  listed: Topic[];
  /** All things the structured data names, flat. */
  nodes: Node[];
  /** Blocks of JSON-LD that are not strict JSON. */
  broken: string[];
  /** Whether HTML entities stand in the JSON-LD. */
  escaped: boolean;
  /** The product the page shows, or the works: articles, recipes, events. */
  shown: Node[];
  /** The other things on the page. */
  grid: Node[];
}

export interface ReadOptions {
  /** Time of the signals, ms since 1970; the present when absent. */
  now?: number;
  /** The page's address; that of the document when absent. */
  url?: string;
  /** Which sources to read; all when absent. */
  names?: readonly SourceName[] | undefined;
  /** Names of `additionalProperty` that become facets, as the merchant writes them: `["Waterproof"]`. */
  facets?: readonly string[] | undefined;
  /** Topics by path: `{ "/shoes/:kind": { topics: ["shoes"] } }`. */
  patterns?: Patterns | undefined;
}

/** Whether a source is switched on. */
export const isOn = (name: SourceName, { names }: ReadOptions): boolean => names?.includes(name) ?? true;

/** Reads a page in steps, each short enough for a slice of idle time. */
export type Reader = (document: Document, facts: PageFacts, options: ReadOptions) => Generator<unknown, void>;
