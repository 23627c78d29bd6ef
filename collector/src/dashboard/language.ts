import type { Context } from "hono";

export type Language = "en" | "de";

/** `?lang=de|en`, else the first of the browser's languages that there is, else English. */
export function languageOf(context: Context): Language {
  const asked = context.req.query("lang");
  if (asked === "de" || asked === "en") return asked;
  const accepted = (context.req.header("Accept-Language") ?? "").toLowerCase();
  const first = accepted.split(",").map((part) => part.trim().slice(0, 2));
  return first.find((code): code is Language => code === "de" || code === "en") ?? "en";
}
