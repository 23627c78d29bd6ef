import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

// Vitest runs in the root, whatever environment a test has.
export const root: string = process.cwd();

/** One of the repository's documents. */
export interface Document {
  /** Relative to the root. */
  file: string;
  text: string;
}

const read = (file: string): Document => ({ file, text: readFileSync(join(root, file), "utf8") });

const top: readonly string[] = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"];
const guides = readdirSync(join(root, "docs")).filter((file) => file.endsWith(".md"));

/** All documents for readers. */
export const documents: readonly Document[] = [...top, ...guides.map((file) => `docs/${file}`)].map(read);

/** The text of one of them. */
export function textOf(file: string): string {
  return read(file).text;
}

/** The code blocks of a language, of all documents. */
export function blocksOf(language: string): { file: string; code: string }[] {
  const block = new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, "gm");
  return documents.flatMap(({ file, text }) =>
    [...text.matchAll(block)].map(([, code = ""]) => ({ file, code })),
  );
}

/** The cells of the rows of every table whose first heading is the one given. */
export function rowsUnder(heading: string): string[][] {
  const cells = (line: string): string[] =>
    line
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim())
      .slice(1, -1);
  const found: string[][] = [];
  for (const { text } of documents) {
    let inside = false;
    for (const line of text.split("\n")) {
      const row = cells(line);
      if (row.length === 0) inside = false;
      else if (inside && !/^-+$/.test(row[0] ?? "")) found.push(row);
      else if (row[0] === heading) inside = true;
    }
  }
  return found;
}

/** What stands in backticks in a text. */
export function codeIn(text: string): string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);
}

/** The relative links of a document: the file each leads to, and the heading in it. */
export function linksOf({
  file,
  text,
}: Document): { link: string; path: string; anchor: string | undefined }[] {
  return [...text.matchAll(/\]\((?!https?:)([^)\s]*)\)/g)].map(([, link = ""]) => {
    const [to = "", anchor] = link.split("#");
    return { link, path: to === "" ? join(root, file) : resolve(root, dirname(file), to), anchor };
  });
}

/** The anchors that GitHub gives a document's headings. */
export function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replace(/\s/g, "-"),
  );
}

/** An example of HTML as the body of a page, for tests that have a DOM. */
export function page(html: string): HTMLElement {
  // eslint-disable-next-line no-restricted-syntax -- examples are HTML, and the text is our own
  return new DOMParser().parseFromString(`<body>${html}</body>`, "text/html").body;
}
