import type { Result } from "../estimate/index.js";
import { csvField, type CsvValue } from "../results/index.js";

/** The numbers of a page: its rows, each with the same names. */
export interface Sheet {
  /** Name of the file, without its ending. */
  readonly name: string;
  readonly rows: readonly Readonly<Record<string, CsvValue>>[];
}

/** A result as columns; numbers that are not told stay empty. */
export function resultColumns(result: Result): Record<string, CsvValue> {
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
  return lines.map((line) => `${line.map(csvField).join(",")}\r\n`).join("");
}
