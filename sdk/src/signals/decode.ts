import type { Node } from "./json-ld.js";

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", szlig: "ß" };

/** Of the named entities those that escaping itself writes and the German letters; any other is a space. */
function decode(_: string, name: string): string {
  if (/^[aou]uml$/i.test(name)) return `${name[0] ?? ""}\u0308`.normalize();
  if (!name.startsWith("#")) return entities[name.toLowerCase()] ?? " ";
  const point = Number(name.replace("#x", "0x").replace("#", ""));
  return point < 0x110000 ? String.fromCodePoint(point) : " ";
}

/** Shops escape twice: "&amp;amp;". */
export const decodeText = (text: string): string =>
  text.slice(0, 300).replace(/&(?:amp;)*(#x?[\da-f]{1,6}|\w{2,8});/gi, decode);

/** Decodes the HTML entities in a thing and in what it holds; JSON has none, but many shops write them. */
export function decodeNode(node: Node, depth = 6): void {
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === "string") {
      if (value.includes("&")) node[key] = decodeText(value);
    } else if (typeof value === "object" && value !== null && depth > 0) decodeNode(value as Node, depth - 1);
  }
}
