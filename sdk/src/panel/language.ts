/** The languages the panel speaks. */
export type Language = "en" | "de";

/** The language of the nearest element that names one, itself first; English where it is neither English nor German. */
export function languageOf(host: Element): Language {
  const { lang } = host.closest<HTMLElement>("[lang]") ?? host.ownerDocument.documentElement;
  return /^de\b/i.test(lang) ? "de" : "en";
}
