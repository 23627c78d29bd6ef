import type { Context } from "hono";
import { de } from "./texts-de.js";
import { en } from "./texts-en.js";
import type { Texts } from "./texts.js";

export type Language = "en" | "de";

/** Texts by language; German that lacks one does not compile. */
export const texts: Readonly<Record<Language, Texts>> = { en, de };

/** `?lang=de|en`, else the first of the browser's languages that there is, else English. */
export function languageOf(context: Context): Language {
  const asked = context.req.query("lang");
  if (asked === "de" || asked === "en") return asked;
  const accepted = (context.req.header("Accept-Language") ?? "").toLowerCase();
  const first = accepted.split(",").map((part) => part.trim().slice(0, 2));
  return first.find((code): code is Language => code === "de" || code === "en") ?? "en";
}
