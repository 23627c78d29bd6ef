import * as repair from "./repair.js";
import { schema } from "./schema.js";

/** What the texts of our attributes should probably have been, by the attribute's name. */
export const repairs: Partial<Record<string, repair.Repair>> = {
  [schema.slot]: repair.name,
  [schema.variant]: repair.name,
  [schema.goal]: repair.name,
  [schema.choose]: repair.word(["first", "test", "best"]),
  [schema.holdout]: repair.number(100),
  [schema.wait]: (text) => repair.number(10_000)(String(Math.round(parseFloat(text)))),
  [schema.weight]: repair.number(999_999),
  [schema.cap]: repair.cap,
  [schema.topics]: repair.topics,
  [schema.rank]: repair.word(["interest"]),
  [schema.text]: (text) => `declared.${repair.name(text.replace(/^declared\./, ""))}`,
};
