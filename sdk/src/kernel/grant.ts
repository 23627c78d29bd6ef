/** The two things a visitor is asked for; see docs/data-protection.md. */
export type Purpose = "personalization" | "statistics";

declare const brand: unique symbol;

/** What may be done under a grant: what a purpose covers, or to keep the record of a visitor's no, and nothing else. */
export type Permitted = Purpose | "refusal";

/**
 * Permission to write or send, handed out by the consent gate alone: the brand cannot be written down elsewhere, so
 * a forgotten check does not compile. The epoch ties it to the consent it was given under; an erase outdates it.
 */
export interface Grant<P extends Permitted = Permitted> {
  readonly purpose: P;
  readonly epoch: number;
  readonly [brand]: true;
}

/** Whether a grant still stands. Asked again right before every queued write. */
export type IsLive = (grant: Grant) => boolean;
