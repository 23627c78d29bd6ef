import { nearest } from "./nearest.js";

/**
 * What an attribute's text should have been. A text that is right comes back as it is; so one function is the check, the
 * "did you mean" and, where the two texts part, the fault's position.
 */
export type Repair = (text: string) => string;

/** A kebab-case name. */
export const name: Repair = (text) =>
  text
    .toLowerCase()
    .replace(/[^a-z\d]+/g, "-")
    .replace(/^-|-$/g, "") || "name";

/** One of some words. */
export const word =
  (words: readonly string[]): Repair =>
  (text) =>
    words.includes(text) ? text : nearest(text, words);

/** A number from 0 to `most`. */
export const number =
  (most: number): Repair =>
  (text) =>
    text && +text >= 0 && +text <= most ? text : String(Math.min(Math.abs(parseFloat(text)) || 0, most));

const period = word(["visit", "day", "week"]);

/** `3/day`: so often a visit, a day or a week. */
export const cap: Repair = (text) =>
  `${Math.abs(parseInt(text)) || 1}/${period(text.replace(/^[^/]*\//, ""))}`;

/** `hiking trail:2`: topics, with weights where they differ from 1. */
export const topics: Repair = (text) => text.replace(/(^|\s):\S*|:(?!\d+(\.\d+)?(\s|$))\S*/g, "$1");
