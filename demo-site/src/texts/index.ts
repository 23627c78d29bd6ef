import type { Language } from "../catalogue/types.js";
import { de } from "./de.js";
import { en } from "./en.js";
import type { Texts } from "./types.js";

export type * from "./types.js";

/** All texts by language. */
export const texts: Readonly<Record<Language, Texts>> = { en, de };
