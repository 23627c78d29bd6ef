import type { Language } from "../language.js";

/** The name of the "i". */
export const question: Readonly<Record<Language, string>> = {
  en: "Why am I seeing this?",
  de: "Warum sehe ich das?",
};
