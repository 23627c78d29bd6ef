import type { Stop } from "../kernel/index.js";
import { createPorts } from "./create-ports.js";
import type { More } from "./more.js";
import { isOn } from "./page-facts.js";
import type { Source } from "./ports.js";
import { reading } from "./reading.js";
import { idleIn, inSlices } from "./slices.js";
import type { SourceName } from "./source-name.js";
import type { SourcesOptions } from "./sources-options.js";
import { startDwell } from "./start-dwell.js";
import { startScroll } from "./start-scroll.js";
import { startSearch } from "./start-search.js";
import { watchDataLayer } from "./watch-data-layer.js";

export type { SourcesOptions } from "./sources-options.js";

const own: Partial<Record<SourceName, Source>> = {
  dataLayer: watchDataLayer,
  dwell: startDwell,
  scroll: startScroll,
  search: startSearch,
};

/**
 * Starts the sources of one page: what it is about, its dataLayer, and what the visitor does on it. Waits for the
 * document to be parsed, and reads it in slices of idle time; never polls; no exception of a source reaches the page.
 *
 * A fact that two sources report is told once: of `view`, `list`, `select` and `search`, per page, the same item (by id or
 * name) or the same topic. So a product page with JSON-LD and a `view_item` gives one view. Of two views present at the
 * start one with topics that the merchant named wins over others.
 * @returns ends all sources and takes the wrapper off the dataLayer's `push`
 * @example const stop = startSources({ document, window, clock: Date.now, emit: (signal) => record(signal), log: console.warn });
 */
export function startSources(options: SourcesOptions): Stop {
  const { clock, document, idle = idleIn(options.window), log, more: load } = options;
  const stopper = new AbortController();
  const ports = createPorts(options, stopper.signal);

  /** The page's own word first: one about which nothing may be noted down shows itself before all else. */
  function* steps(): Generator<unknown, void, More | undefined> {
    const { signals, type, more } = yield* reading(document, { ...options, now: clock() });
    yield;
    ports.guard(() => {
      signals.forEach(ports.tell);
      ports.typed(type, true);
    });
    for (const [name, source] of Object.entries({ ...own, ...more?.sources })) {
      yield;
      if (isOn(name as SourceName, options)) ports.guard(() => source(ports));
    }
    ports.flush();
  }

  const failed = (error: unknown): undefined => {
    log("a page is read in part", error);
  };
  const begin = (): void => {
    const stop = inSlices(idle, steps(), load && (() => load().then((more) => more, failed)));
    stopper.signal.addEventListener("abort", stop);
  };
  if (document.readyState === "loading") ports.listen(document, ["DOMContentLoaded"], begin);
  else begin();
  return () => stopper.abort();
}
