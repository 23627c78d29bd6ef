import type { Choice, ConsentRecord } from "../consent/index.js";
import type { Decision } from "../decisions/index.js";
import type { Adjustment, Explanation, SignalKind, TopicRef, TopicRow } from "../interests/index.js";
import type { Stop } from "../kernel/index.js";
import type { SentAnswer } from "../statistics/index.js";

/** What a page may tell the client by hand; `at` and `page` are filled in. */
export interface SignalInput {
  kind: SignalKind;
  topics: readonly TopicRef[];
  item?: { id?: string; name?: string; price?: number };
}

/** Events of `client.on`. */
export interface ClientEvents {
  /** A slot has been decided. */
  slot: Decision;
  /** What the device knows has changed. */
  change: undefined;
  consent: Choice;
  /** A randomized report has been sent: exactly the bytes. */
  report: { url: string; body: string };
}

/**
 * A receipt of the visitor's choice, on the model of ISO/IEC TS 27560:2023; put together on the device and sent to nobody. It
 * has no id of record or person: it lies in the hand of the one it is about.
 */
export interface ConsentReceipt extends ConsentRecord {
  /** The time of the choice, ISO 8601 (`at` in words). */
  time: string;
  controller?: string;
  /** Address of the privacy notice the choice was made under. */
  notice?: string;
  /** How it is taken back. */
  withdrawal: string;
}

/** The visitor's choice, and the banner's. */
export interface ClientConsent {
  get(): Choice;
  /** An explicit choice made by the visitor in the shop's own interface. */
  set(choice: Partial<Choice>): void;
  on(listener: (choice: Choice) => void): Stop;
  /** Stops every use at once and erases everything, in every open tab. */
  withdraw(): void;
  /** The receipt of the choice in force, `undefined` before there is one. */
  record(): ConsentReceipt | undefined;
}

/** Coarse facts for an on-page chatbot or app; never raw history. */
export interface Context {
  topics: string[];
  persona: string | undefined;
  campaign: string | undefined;
}

/** How much may be personalized: everything, only by what the page itself tells, or nothing. */
export type Intensity = "normal" | "page" | "off";

/** Everything kept on this device, as `client.export()` hands it out. */
export interface Export {
  exportedAt: string;
  /** The receipt of the choice. */
  consent?: ConsentReceipt | undefined;
  /** The profile in plain sentences, in the page's language. */
  words?: string[] | undefined;
  /** Interests: what was looked at, bought, declared and muted. */
  profile?: unknown;
  /** What the device remembers of slots: assignments, shows, clicks. */
  memory?: unknown;
  /** What became of this visit's slots. */
  visit?: unknown;
  /** Answers that wait to be sent, what all answers have cost, and what they said. */
  statistics?: unknown;
  /** An earlier state that could not be read whole. */
  aside?: unknown;
}

/**
 * The public client that `start` returns. None of its functions throws into the page; what cannot be done without
 * consent is left undone.
 */
export interface Client {
  consent: ClientConsent;
  /** Tells of an interest, e.g. `client.signal({ kind: "like", topics: ["hiking"] })`. */
  signal(signal: SignalInput): void;
  /** Reaches a goal, e.g. `client.goal("newsletter")`; counted for the slots met in this visit. */
  goal(name: string, detail?: { value?: number }): void;
  /** Keeps what the visitor told, on this device only, as fact `declared.<name>`; an empty text takes it back. */
  declare(name: string, value: string | number | boolean): void;
  context(): Context;
  /** The true reason of a slot's content in the page's language; `undefined` when the slot shows its default. */
  explain(slot: string): Promise<Explanation | undefined>;
  /** What the device knows, a row a topic, in words. */
  describe(language?: string): Promise<TopicRow[]>;
  /** Every randomized answer that was sent, or waits to be, in words: what was asked, what was said, what that can reveal. */
  sent(language?: string): Promise<SentAnswer[]>;
  /** Corrects what is known of a topic, as the visitor says: `await client.adjust("golf", "mute")`. */
  adjust(topic: string, how: Adjustment): Promise<void>;
  /** "Not now": the slot shows its default until the visit ends. */
  rest(slot: string): Promise<void>;
  /** Sets how much may be personalized, on this page and from now on, and tells it; without a level only tells it. */
  intensity(level?: Intensity): Promise<Intensity>;
  export(): Promise<Export>;
  /** Erases everything and withdraws consent. Resolves when nothing is left. */
  erase(): Promise<void>;
  /** Looks for slots again, e.g. in a shadow root. */
  refresh(root?: Document | DocumentFragment | Element): void;
  /** Ends everything that was started. The page keeps what it shows. */
  stop(): void;
  on<Name extends keyof ClientEvents>(name: Name, listener: (event: ClientEvents[Name]) => void): Stop;
}
