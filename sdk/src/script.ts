import { loadStages, type StageSource } from "./client/load.js";
import { optionsFrom } from "./client/options.js";
import { adoptQueue } from "./client/queue.js";
import { startWith } from "./client/start.js";
import { browserEnvironment } from "./client/environment.js";

declare global {
  interface Window {
    /** Before the script: an array of calls. After it: the client. */
    heimspiel?: unknown;
  }
}

/** The later stages' integrity values, put in by the build. */
declare const STAGE_INTEGRITY: StageSource["integrity"];

const script = document.currentScript as HTMLScriptElement;
const environment = browserEnvironment(window);
try {
  const stages = loadStages(document, { base: script.src, nonce: script.nonce, integrity: STAGE_INTEGRITY });
  const client = startWith(optionsFrom(script.dataset), stages, environment);
  window.heimspiel = adoptQueue(client, window.heimspiel, environment.log);
} catch (error) {
  // Nothing of ours may throw into the page; it stays the default page.
  window.heimspielBoot?.release();
  environment.log("could not start", error);
}
