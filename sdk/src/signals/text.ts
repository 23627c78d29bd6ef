/** Plain text of a foreign value: a string, a number, the first of a list, or a thing's `name`; else empty. */
export function plain(value: unknown): string {
  if (typeof value === "number") return String(value);
  if (typeof value === "object" && value !== null)
    return plain(Array.isArray(value) ? value[0] : (value as { name?: unknown }).name);
  if (typeof value !== "string") return "";
  // The one character that everybody escapes; the others are decoded where a page has any.
  return value
    .slice(0, 300)
    .replace(/&(amp|#0?38);/g, "&")
    .replace(/\s+/g, " ")
    .trim();
}

/** A price or quantity: `119.99`, `"119,99"`; undefined when it is none, or is dressed up for people ("1.299,00 €"). */
export function amount(value: unknown): number | undefined {
  const text = plain(value);
  const number = Number(text.replace(/,(?=\d\d?$)/, "."));
  return text && Number.isFinite(number) ? number : undefined;
}

/** The entries that say something: neither undefined nor empty text. */
export function known<T extends object>(entries: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(
    Object.entries(entries).filter(([, value]) => value !== undefined && value !== ""),
  ) as T;
}

/** The object itself, unless it is empty. */
export const filled = <T extends object>(object: T): T | undefined =>
  Object.keys(object).length > 0 ? object : undefined;
