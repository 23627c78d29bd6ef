import type { Markup } from "./markup.js";
import { rules, type Rule, type Severity } from "./rules.js";

/** What is wrong in a text, and what to do about it. */
export interface Fault {
  readonly rule: Rule;
  /** Where in the text it begins, in characters from 0. */
  readonly offset?: number;
  readonly message: string;
  /** What to write instead, or to do. */
  readonly remedy: string;
}

/** A fault in a page. */
export interface Finding extends Fault {
  readonly severity: Severity;
  readonly element: Markup;
  /** The attribute's name, when one is at fault. `offset` is a place in its value. */
  readonly attribute?: string;
}

/** A fault in the manifest. */
export interface ManifestFinding extends Fault {
  readonly severity: Severity;
  /** Keys and indices that lead to the value at fault. `offset` is a place in that text. */
  readonly path: readonly (string | number)[];
  /** The key at the end of `path` is at fault, not its value. */
  readonly key?: boolean;
}

/** A finding's severity is its rule's. */
export const severityOf = ({ rule }: Fault): { severity: Severity } => ({ severity: rules[rule] });
