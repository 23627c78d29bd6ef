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
const { heimspielBoot: boot } = window;
const environment = browserEnvironment(window);
const stage = <Stage>(file: string, integrity: string): Promise<Stage> =>
  load(document, { base, nonce, file, integrity }) as Promise<Stage>;

const run = async (): Promise<void> => {
  const painted = afterPaint(window);
  // Until what boot.js reads is there nothing can be decided, and a page that is left alone is painted the sooner.
  await Promise.race([boot?.read, painted]);
  const options = Object.assign({}, dataset);
  const view = begin(options, environment, () => stage("more.js", MORE_INTEGRITY));
  await painted;
  const { installClient } = await stage<typeof import("./client/client-stage.js")>(
    "client.js",
    CLIENT_INTEGRITY,
  );
  installClient(view, { base, nonce });
};

run().catch((error: unknown) => {
  // Nothing of ours may throw into the page; it stays the default page.
  boot?.release();
  environment.log("client.js", error);
});
