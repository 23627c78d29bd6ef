/**
 * What the pure rooms ask of the outside world. Every one is an argument, so a test can hold it in its hand.
 */

/** Milliseconds since 1970, as `Date.now()` gives them. */
export type Clock = () => number;

/** A uniformly random integer in [0, 2^32). In production it draws from `crypto.getRandomValues`, never from `Math.random`. */
export type Random = () => number;

/** Where warnings for the merchant go. Never throws. */
export type Log = (message: string, ...details: readonly unknown[]) => void;

/** Sends one body; resolves with the HTTP status, rejects when the network failed. */
export type Transport = (url: string, body: string) => Promise<number>;

/** Ends what was started. Calling it twice is harmless. */
export type Stop = () => void;
