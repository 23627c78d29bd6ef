import type { Stages } from "./core.js";
import { load, type Source } from "./load.js";

/** The later stages' integrity values, put in by the build. */
declare const STAGE_INTEGRITY: Readonly<Record<keyof Stages, string>>;

/** The later stages, beside the first one; each is loaded once. */
export function loadStages(document: Document, source: Pick<Source, "base" | "nonce">): Stages {
  const stages: Record<string, () => Promise<unknown>> = {};
  for (const [stage, integrity] of Object.entries(STAGE_INTEGRITY)) {
    let loaded: Promise<unknown> | undefined;
    stages[stage] = () => (loaded ??= load(document, { ...source, file: `${stage}.js`, integrity }));
  }
  return stages as unknown as Stages;
}
