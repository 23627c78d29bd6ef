import { createCompile } from "./create-compile.js";
import { plainOperators } from "./operators.js";
import { boundedTokens, readAll } from "./parse-expression.js";
import { createReader, plainSigns } from "./read-expression.js";
import type { Language } from "./types.js";

const compile = createCompile(plainOperators);
const read = createReader({ operators: plainOperators, signs: plainSigns, operand: (_, value) => value });

/** What most conditions are written in: expressions without "~". The decision stage knows no more; the rest is loaded when asked for. */
export const plainLanguage: Language = {
  isWhole: false,
  parse: (text) => readAll(boundedTokens(text), read),
  compile,
};
