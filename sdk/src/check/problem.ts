import type { Fault, Severity } from "../lint/index.js";

/** A fault, and where in which text it is. */
export interface Problem extends Pick<Fault, "rule" | "message" | "remedy"> {
  readonly severity: Severity;
  /** Path or address. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in characters. */
  readonly column: number;
}

/** A text with its name. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

/** Makes problems of the faults in one text. */
export function createTeller({
  file,
  text,
}: Source): (fault: Fault & { severity: Severity }, at: number) => Problem {
  const lines = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return ({ rule, severity, message, remedy }, at) => {
    // The last line that begins at or before the place.
    let [low, high] = [0, lines.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((lines[middle] as number) <= at) low = middle;
      else high = middle - 1;
    }
    return { file, line: low + 1, column: at - (lines[low] as number) + 1, severity, rule, message, remedy };
  };
}
