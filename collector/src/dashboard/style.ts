import { readFileSync } from "node:fs";

const parts = ["base", "layout", "panels", "tables", "charts", "forms", "print"];

/** The style sheet: its parts lie in `style/` beside this file and, once built, beside the bundle. */
export function readStyle(): string {
  return parts
    .map((part) => readFileSync(new URL(`./style/${part}.css`, import.meta.url), "utf8"))
    .join("\n");
}

/** A house with an interval in it. */
export const icon: string = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#1f7a5c" d="M16 3 3 14v14a1.5 1.5 0 0 0 1.500 1.500h23a1.500 1.500 0 0 0 1.500-1.500V14z"/><path fill="#fff" d="M8 18.500h16v3H8z"/><circle cx="18" cy="20" r="4.200" fill="#ffd166"/></svg>`;
