import type { Log, Purpose, Stop } from "../../kernel/index.js";
import type { Choice } from "../consent-banner/ports.js";

/** What a visitor may do to a topic. */
export type TopicAction = "raise" | "lower" | "mute" | "unmute" | "forget";

/** How much may be personalized, from nothing to all. */
export const levels = ["off", "page", "normal"] as const;
export type Level = (typeof levels)[number];

/** A value the visitor has told. */
export type Told = string | number | boolean;

/** A topic as it is shown. */
export interface TopicView {
  topic: string;
  label: string;
  /** 0..1 */
  strength: number;
  evident: boolean;
  evidence: string;
  muted: boolean;
}

/** An answer that has left the device, or waits to. */
export interface SentView {
  date: string;
  question: string;
  said: string;
  epsilon: number;
  meaning: string;
}

/** Everything there is to show; of times the days, in words. */
export interface PreferencesView {
  choice: Choice;
  /** Missing where nothing may be kept. */
  known?: {
    level: Level;
    topics: readonly TopicView[];
    told: readonly (readonly [name: string, value: Told])[];
    /** Purchases that rest, and until when. */
    resting: readonly (readonly [label: string, until: string])[];
    /** How the visitor came and is seen. */
    arrival: Readonly<Partial<Record<"visits" | "campaign" | "channel" | "persona", string>>>;
    /** Attributes often chosen: brand, size. */
    chosen: readonly string[];
  };
  sent: readonly SentView[];
}

/** What the preferences ask of the client. */
export interface PreferencesPorts {
  read(): Promise<PreferencesView>;
  topic(topic: string, action: TopicAction): void;
  /** Keeps what the visitor says; an empty text takes it back. */
  tell(name: string, value: Told): void;
  level(level: Level): void;
  choose(purpose: Purpose, granted: boolean): void;
  /** All data as JSON, and the name of the file. */
  save(): Promise<readonly [name: string, json: string]>;
  erase(): Promise<void>;
  /** Calls back after every change, whoever made it. */
  on(listener: () => void): Stop;
  log: Log;
}
