import { expect, test } from "vitest";
import { exchangeTexts } from "./exchange/texts.js";
import { preferencesTexts } from "./preferences/texts.js";
import { recapTexts } from "./recap/texts.js";
import { question } from "./why/button-texts.js";
import { whyTexts } from "./why/texts.js";

/** Every text of a catalogue, with a word put in where it speaks of something. */
function spoken(texts: unknown): string[] {
  if (typeof texts === "string") return [texts];
  if (typeof texts === "function") return spoken((texts as (about: string) => unknown)("Golf"));
  return Object.values(texts as object).flatMap(spoken);
}

test.each([
  ["the i", question],
  ["the answer", whyTexts],
  ["the preferences", preferencesTexts],
  ["the exchange", exchangeTexts],
  ["the recap", recapTexts],
] as const)("%s says everything in both languages, and each time something", (_, { en, de }) => {
  const [english, german] = [spoken(en), spoken(de)];
  expect(german).toHaveLength(english.length);
  for (const text of [...english, ...german]) expect(text.trim()).not.toBe("");
  const same = english.filter((text, at) => text === german[at]);
  expect(same.filter((text) => text !== "Normal")).toEqual([]);
  for (const text of german) expect(text).not.toMatch(/\b(the|you|your|and|this)\b/i);
});
