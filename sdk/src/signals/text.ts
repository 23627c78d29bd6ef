const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", szlig: "ß" };

/** Of the named entities those that escaping itself writes and the German letters; any other is a space. */
function decode(_: string, name: string): string {
  if (/^[aou]uml$/i.test(name)) return `${name[0] ?? ""}\u0308`.normalize();
  if (!name.startsWith("#")) return entities[name.toLowerCase()] ?? " ";
  const point = Number(name.replace("#x", "0x").replace("#", ""));
  return point < 0x110000 ? String.fromCodePoint(point) : " ";
}

/** Plain text of a foreign value: a string, a number, the first of a list, or a thing's `name`; else empty. */
export function plain(value: unknown): string {
  if (typeof value === "number") return String(value);
  if (typeof value === "object" && value !== null)
    return plain(Array.isArray(value) ? value[0] : (value as { name?: unknown }).name);
  if (typeof value !== "string") return "";
  // Shops escape twice: "&amp;amp;".
  const text = value.slice(0, 300).replace(/&(?:amp;)*(#x?[\da-f]{1,6}|\w{2,8});/gi, decode);
  return text.replace(/\s+/g, " ").trim();
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
