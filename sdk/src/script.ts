import { begin } from "./client/begin.js";
import { afterPaint, browserEnvironment } from "./client/environment.js";
import { load } from "./client/load.js";

declare global {
  interface Window {
    /** Before the script: an array of calls. After it: the client. */
    heimspiel?: unknown;
  }
}

/** The client stage's integrity value, put in by the build. */
declare const CLIENT_INTEGRITY: string;

const { src: base, nonce, dataset } = document.currentScript as HTMLScriptElement;
const environment = browserEnvironment(window);
const { log } = environment;
try {
  const view = begin(Object.assign({}, dataset), environment);
  afterPaint(window, () => {
    const client = load(document, { base, nonce, file: "client.js", integrity: CLIENT_INTEGRITY });
    (client as Promise<typeof import("./client/client-stage.js")>).then(
      ({ installClient }) => installClient(view, { base, nonce }),
      (error: unknown) => log("client.js", error),
    );
  });
} catch (error) {
  // Nothing of ours may throw into the page; it stays the default page.
  window.heimspielBoot?.release();
  log("start", error);
}
