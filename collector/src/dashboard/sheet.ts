import type { Result } from "../estimate/index.js";

type Value = string | number | undefined;

/** The numbers of a page: its rows, each with the same names. */
export interface Sheet {
  /** Name of the file, without its ending. */
  readonly name: string;
  readonly rows: readonly Readonly<Record<string, Value>>[];
}

/** A result as columns; numbers that are not told stay empty. */
export function resultColumns(result: Result): Record<string, Value> {
  const told = result.state === "ok" ? result : undefined;
  return {
    state: result.state,
    share: told?.share,
    standardError: told?.standardError,
    low: told?.low,
    high: told?.high,
    anytimeLow: told?.anytime.low,
    anytimeHigh: told?.anytime.high,
  };
}

/** CSV as in RFC 4180, with a head of names. */
export function csvOf({ rows }: Sheet): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))];
  return lines.map((line) => `${line.map(fieldOf).join(",")}\r\n`).join("");
}

/** A text that a spreadsheet would run as a formula gets an apostrophe before it (https://owasp.org/www-community/attacks/CSV_Injection). */
function fieldOf(value: Value): string {
  if (typeof value !== "string") return String(value ?? "");
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
