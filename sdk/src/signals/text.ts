const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", szlig: "ß" };
/** `&ouml;` is o and a combining diaeresis; normalizing joins them. */
const accents: Record<string, string> = { uml: "\u0308", acute: "\u0301", grave: "\u0300", circ: "\u0302" };
const entity = /&(?:#x?[\da-f]{1,6}|\w{1,8});/gi;

/** HTML entities in data that never went through an HTML parser. */
function character(match: string): string {
  const name = match.slice(1, -1);
  if (!name.startsWith("#")) {
    const accent = accents[name.slice(1)];
    return accent ? name.charAt(0) + accent : (named[name.toLowerCase()] ?? " ");
  }
  const point = Number(name.slice(1).replace(/^x/i, "0x"));
  return point <= 0x10ffff ? String.fromCodePoint(point) : " ";
}

const decode = (text: string): string => text.replace(entity, character);

/** Plain text of a foreign value: a string, a number, the first of a list, or a thing's `name`; else empty. */
export function plain(value: unknown, depth = 0): string {
  // Shops escape twice.
  if (typeof value === "string")
    return decode(decode(value.slice(0, 400)))
      .normalize("NFC")
      .replace(/\s+/g, " ")
      .trim()
      .slice(0, 200);
  if (typeof value === "number") return String(value);
  if (typeof value !== "object" || value === null || depth > 3) return "";
  if (Array.isArray(value)) return plain(value[0], depth + 1);
  const thing = value as Record<string, unknown>;
  return plain(thing.name ?? thing["@value"], depth + 1);
}

/** A price or quantity: `119.99`, `"1.299,00 €"`; undefined when it is none. */
export function amount(value: unknown): number | undefined {
  const digits = plain(value).replace(/[^\d.,-]/g, "");
  // The last separator with one or two digits behind it is the decimal one; all others group thousands.
  const number =
    typeof value === "number"
      ? value
      : Number(digits.replace(/[.,](?=.*[.,]|\d{3}$)/g, "").replace(",", "."));
  return digits && Number.isFinite(number) ? number : undefined;
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
