import { createClient } from "./client.js";
import { createCore } from "./create-core.js";
import { browserEnvironment, type Environment } from "./environment.js";
import { begin } from "./lifecycle.js";
import type { Options } from "./options.js";
import type { Client } from "./public.js";
import type { Stages } from "./core.js";

/** Starts one client; `stages` say how the later stages are fetched, `environment` is the browser's, or a test's. */
export function startWith(options: Options, stages: Stages, environment: Environment = browserEnvironment(window)): Client {
  const core = createCore(options, stages, environment);
  const stop = begin(core, environment.window.heimspielBoot);
  return createClient(core, stop);
}
