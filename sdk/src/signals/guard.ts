import type { Log } from "../kernel/index.js";

/** Runs a callback; what it throws stays here. */
export type Guard = (run: () => void) => void;

/** The guard of one source: the first error is logged with the source's name, later ones are the same fault again. */
export function guardFor(name: string, log: Log): Guard {
  let told = false;
  return (run) => {
    try {
      run();
    } catch (error) {
      // Survived: the page and the other sources go on without this one.
      if (!told) log(`signal source "${name}" failed`, error);
      told = true;
    }
  };
}
