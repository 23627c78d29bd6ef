import { nearest } from "./nearest.js";

/**
 * What an attribute's text should probably have been. What comes back is always sound; where the two texts part is the
 * fault's position.
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
    nearest(text, words);

/** A number from 0 to `most`. Two decimals, so that no tiny one is written with an exponent. */
export const number =
  (most: number): Repair =>
  (text) =>
    String(+Math.min(Math.abs(parseFloat(text)) || 0, most).toFixed(2));

const period = word(["visit", "day", "week"]);

/** `3/day`: so often a visit, a day or a week. */
export const cap: Repair = (text) =>
  `${Math.min(Math.abs(parseInt(text)) || 1, 999_999_999)}/${period(text.replace(/^[^/]*\//, ""))}`;

/** `hiking trail:2`: topics, with weights where they differ from 1. */
export const topics: Repair = (text) => text.replace(/(^|\s):\S*|:(?!\d+(\.\d+)?(\s|$))\S*/g, "$1").trim();
