import { slug } from "./slug.js";

/** What the pages under an address are about: ids of topics, `":name"` for what stood there in the address; and their type. */
export interface Pattern {
  topics?: readonly string[];
  type?: string;
}

/** By path: `*` stands for anything, `:name` for one folder. */
export type Patterns = Readonly<Record<string, Pattern>>;

/** A folder with a `*` in its name: "product-*", "*.html". */
function fits(text: string, glob: string): boolean {
  const [head = "", ...parts] = glob.split("*");
  const tail = parts.pop();
  if (tail === undefined) return text === head;
  const end = text.length - tail.length;
  let at = head.length;
  if (!text.startsWith(head) || !text.endsWith(tail)) return false;
  for (const part of parts) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= end;
}

/**
 * The names a pattern finds in a path; undefined when it does not match. Goes back to the last `*` only, which suffices, so
 * that no pattern takes longer than the product of both lengths.
 */
function namesIn(path: readonly string[], pattern: readonly string[]): Map<string, string> | undefined {
  const names = new Map<string, string>();
  let [at, next, star, from] = [0, 0, -1, 0];
  for (let folder = path[0]; folder !== undefined; folder = path[at]) {
    const token = pattern[next];
    if (token === "*") {
      star = next++;
      from = at;
    } else if (token?.startsWith(":") || (token !== undefined && fits(folder, token))) {
      names.set(token, folder);
      next++;
      at++;
    } else if (star < 0) return undefined;
    else {
      next = star + 1;
      at = ++from;
    }
  }
  return pattern.slice(next).every((token) => token === "*") ? names : undefined;
}

const foldersOf = (path: string): string[] => path.toLowerCase().split("/").filter(Boolean);

/** As the visitor reads it, where the escapes are well-formed. */
function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // Survived: an address may hold any percent sign.
    return path;
  }
}

/**
 * What the merchant says of the pages at a path: the topics of all patterns that match, and the first page type. Upper and
 * lower case, and slashes at the end, make no difference. Never throws, and takes no longer than linear time per pattern.
 * @param path of the address, without query: "/shoes/boots/"
 * @example matchPatterns("/c/boots/17", { "/c/:kind/*": { topics: [":kind"], type: "product" } }) // { topics: ["boots"], type: "product" }
 */
export function matchPatterns(path: string, patterns: Patterns): { topics: string[]; type?: string } {
  const folders = foldersOf(unescaped(path));
  const found: { topics: string[]; type?: string } = { topics: [] };
  for (const [pattern, { topics = [], type }] of Object.entries(patterns)) {
    const names = namesIn(folders, foldersOf(pattern));
    if (!names) continue;
    found.topics.push(
      ...topics.map((topic) => slug(names.get(topic.toLowerCase()) ?? topic)).filter(Boolean),
    );
    if (type !== undefined) found.type ??= type;
  }
  return found;
}
