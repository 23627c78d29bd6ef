/** What may stand in a CSV file; undefined is an empty field. */
export type CsvValue = string | number | undefined;

/**
 * A field of a CSV file (RFC 4180). A text that a spreadsheet would run as a formula gets an apostrophe before it
 * (https://owasp.org/www-community/attacks/CSV_Injection); a number stays one.
 */
export function csvField(value: CsvValue): string {
  if (typeof value !== "string") return String(value ?? "");
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
