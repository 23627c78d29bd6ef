import type { ErrorCode } from "../kernel/index.js";

/** A built file, and what the page's security policy asks for. */
export interface Source {
  /** Address of a file beside it. */
  base: string;
  /** File name, e.g. `observe.js`. */
  file: string;
  /** Subresource-integrity value; a file that does not match is not run. */
  integrity: string;
  nonce: string;
}

/**
 * Imports a module whose bytes are checked first.
 *
 * `import()` takes no integrity value, and setting a script's `src` is forbidden under Trusted Types. A module preload
 * takes one and is neither: it fills the module map that `import()` then reads, so the checked bytes are the run bytes.
 * https://html.spec.whatwg.org/multipage/links.html#link-type-modulepreload
 * A browser that cannot preload modules never answers: there nothing is started, and the page stays the default page.
 * @throws an error of code `stage-failed`: missing or altered
 */
export async function load(document: Document, { base, file, integrity, nonce }: Source): Promise<unknown> {
  const href = new URL(file, base).href;
  await new Promise((resolve, reject) => {
    const link = document.createElement("link");
    link.onload = resolve;
    link.onerror = () => reject(Object.assign(new Error(href), { code: "stage-failed" satisfies ErrorCode }));
    document.head.append(
      Object.assign(link, { rel: "modulepreload", crossOrigin: "", integrity, nonce, href }),
    );
  });
  return import(href);
}
