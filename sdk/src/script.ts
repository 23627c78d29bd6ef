import { begin } from "./client/begin.js";
import { afterPaint, browserEnvironment } from "./client/environment.js";
import { load } from "./client/load.js";

declare global {
  interface Window {
    /** Before the script: an array of calls. After it: the client. */
    heimspiel?: unknown;
  }
}

/** The integrity values of the files this one loads, put in by the build. */
declare const CLIENT_INTEGRITY: string;
declare const MORE_INTEGRITY: string;

const { src: base, nonce, dataset } = document.currentScript as HTMLScriptElement;
const environment = browserEnvironment(window);
const { log } = environment;
const stage = <Stage>(file: string, integrity: string): Promise<Stage> =>
  load(document, { base, nonce, file, integrity }) as Promise<Stage>;
try {
  const view = begin(Object.assign({}, dataset), environment, () => stage("more.js", MORE_INTEGRITY));
  afterPaint(window, () => {
    stage<typeof import("./client/client-stage.js")>("client.js", CLIENT_INTEGRITY).then(
      ({ installClient }) => installClient(view, { base, nonce }),
      (error: unknown) => log("client.js", error),
    );
  });
} catch (error) {
  // Nothing of ours may throw into the page; it stays the default page.
  window.heimspielBoot?.release();
  log("start", error);
}
