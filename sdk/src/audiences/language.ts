import { compile } from "./compile.js";
import { parse } from "./parse.js";
import type { Language } from "./types.js";

/** All of the condition language. */
export const language: Language = { isWhole: true, parse, compile };
