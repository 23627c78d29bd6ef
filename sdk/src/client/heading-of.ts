/** So long, in characters, a quotation is at most. */
const longest = 80;

/** By what a visitor knows a part of the page: its heading, else its text, else the words for its picture. Text, whatever it looks like. */
export function headingOf(part: ParentNode & Node): string {
  const heading = part.querySelector("h1,h2,h3,h4,h5,h6") ?? part;
  const text = heading.textContent?.trim() || (part.querySelector("img[alt]")?.getAttribute("alt") ?? "");
  const line = text.replace(/\s+/g, " ");
  return line.length > longest ? `${line.slice(0, longest).trimEnd()}…` : line;
}
