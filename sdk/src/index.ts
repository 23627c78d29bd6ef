import { begin } from "./client/begin.js";
import { startClient } from "./client/client-stage.js";
import { afterPaint, browserEnvironment } from "./client/environment.js";
import { readManifest } from "./client/manifest.js";
import type { Options } from "./client/options.js";
import type { Client } from "./client/public.js";

export type { Manifest } from "./client/manifest.js";
export type { ConsentMode, GpcMode, Options } from "./client/options.js";
export type {
  Client,
  ClientConsent,
  ClientEvents,
  ConsentReceipt,
  Context,
  Export,
  SignalInput,
} from "./client/public.js";
export { HeimspielError, type ErrorCode } from "./kernel/index.js";

/**
 * Starts Heimspiel on this page; the only function of the package that has an effect.
 * @param options what to start with; the later stages become chunks of your bundle, loaded when needed
 * @returns the client; `client.stop()` ends everything that was started
 * @example
 * import { start } from "heimspiel";
 * const client = start({ site: "outdoor", collector: "https://shop.example/heim", manifest: "/heimspiel.json" });
 */
export function start(options: Options): Client {
  const environment = browserEnvironment(window);
  const { manifest } = options;
  // What comes as an object was written by hand too; one that is fetched is read when it arrives.
  const read = typeof manifest === "object" ? { manifest: readManifest(manifest, environment.log) } : {};
  return startClient(
    begin({ ...options, ...read }, environment, () => import("./client/more-stage.js")),
    {
      consent: () => import("./client/consent-stage.js"),
      "consent-more": () => import("./client/consent-more-stage.js"),
      "consent-ui": () => import("./client/consent-ui-stage.js"),
      manifest: () => import("./client/manifest-stage.js"),
      store: () => import("./client/store-stage.js"),
      observe: () => import("./client/observe-stage.js"),
      learn: () => import("./client/learn-stage.js"),
      "signals-more": () => import("./client/signals-more-stage.js"),
      visitor: () => import("./client/visitor-stage.js"),
      model: () => import("./client/model-stage.js"),
      report: () => import("./client/report-stage.js"),
      panel: () => import("./client/panel-stage.js"),
      why: () => import("./client/why-stage.js"),
      preferences: () => import("./client/preferences-stage.js"),
      exchange: () => import("./client/exchange-stage.js"),
      recap: () => import("./client/recap-stage.js"),
      inspector: () => import("./client/inspector-stage.js"),
      inspect: () => import("./client/inspect-stage.js"),
      lint: () => import("./client/lint-stage.js"),
    },
    afterPaint(window),
  );
}
