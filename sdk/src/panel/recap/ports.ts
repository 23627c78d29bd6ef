import type { Log, Stop } from "../../kernel/index.js";
import type { Language } from "../language.js";

/** What is left of a time. */
export interface Traces {
  /** The oldest day that is still known, ms since 1970 at midnight UTC. */
  since: number;
  /** Different pages looked at, as far as they are known. */
  pages: number;
}

/** A topic of the recap. */
export interface RecapTopic extends Traces {
  label: string;
  /** Strength in whole percent, 1..100. */
  percent: number;
}

/** What a visitor may look back on: nothing but what the profile holds. */
export interface Recap extends Traces {
  /** The shop, by its host. */
  shop: string;
  /** Whether it is long enough to speak of months. */
  long: boolean;
  visits: number;
  /** The strongest, strongest first. */
  topics: readonly RecapTopic[];
  /** What was bought and rests, and until when, ms since 1970. */
  resting: readonly (readonly [label: string, until: number])[];
  told: readonly (readonly [name: string, value: string | number | boolean])[];
}

/** Why there is none: nothing may be kept, the visitor wants less personal pages, or too little is known. */
export type Silence = "consent" | "level" | "early";

/** What the recap asks of the client. */
export interface RecapPorts {
  read(language: Language): Promise<Recap | Silence>;
  /** Calls back after every change, whoever made it. */
  on(listener: () => void): Stop;
  log: Log;
}
