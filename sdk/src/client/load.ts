import { HeimspielError } from "../kernel/index.js";
import type { Stages } from "./core.js";

/** Where the built stages are, and what the page's security policy asks for. */
export interface StageSource {
  /** Address of the first stage; the others lie beside it. */
  base: string;
  /** Subresource-integrity value by stage; a file that does not match is not run. */
  integrity: Readonly<Record<keyof Stages, string>>;
  nonce: string;
}

/**
 * Loads the later stages from beside the first one, as modules whose bytes are checked first.
 *
 * `import()` takes no integrity value, and setting a script's `src` is forbidden under Trusted Types. A module preload
 * takes one and is neither: it fills the module map that `import()` then reads, so the checked bytes are the run bytes.
 * https://html.spec.whatwg.org/multipage/links.html#link-type-modulepreload
 */
export function loadStages(document: Document, { base, integrity, nonce }: StageSource): Stages {
  const load = async (stage: keyof Stages): Promise<unknown> => {
    const href = new URL(`${stage}.js`, base).href;
    await new Promise((resolve, reject) => {
      const link = document.createElement("link");
      // A browser that cannot preload modules would never answer.
      if (!link.relList.supports("modulepreload")) throw new HeimspielError("stage-failed", href);
      link.onload = resolve;
      link.onerror = () => reject(new HeimspielError("stage-failed", href));
      const rel = "modulepreload";
      document.head.append(Object.assign(link, { rel, crossOrigin: "", integrity: integrity[stage], nonce, href }));
    });
    return import(href);
  };
  const stages: Record<string, () => Promise<unknown>> = {};
  for (const stage of Object.keys(integrity)) {
    let loaded: Promise<unknown> | undefined;
    stages[stage] = () => (loaded ??= load(stage as keyof Stages));
  }
  return stages as unknown as Stages;
}
