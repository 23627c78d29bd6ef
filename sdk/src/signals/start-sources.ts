import type { Clock, Log, Stop } from "../kernel/index.js";
import { passOnce } from "./once.js";
import type { Emit, Source, SourcePorts } from "./ports.js";
import { readPage } from "./read-page.js";
import type { Signal, Subject } from "./signal.js";
import { startClicks } from "./start-clicks.js";
import { startDwell } from "./start-dwell.js";
import { startScroll } from "./start-scroll.js";
import { startSearch } from "./start-search.js";
import { watchDataLayer } from "./watch-data-layer.js";

export type SourceName = "page" | "dataLayer" | "dwell" | "scroll" | "clicks" | "search";

export interface SourcesOptions {
  document: Document;
  window: Window;
  clock: Clock;
  /** Hears of every signal. */
  emit: Emit;
  log: Log;
  /** Identity of the page; its path when absent. */
  page?: string;
  /** Which sources to start; all when absent. */
  names?: readonly SourceName[];
  /** The variable's name, and the index of the first entry to read: earlier ones belong to an earlier page of the app. */
  dataLayer?: { name?: string; since?: number };
}

const sources: Record<SourceName, Source> = {
  page: ({ document, tell }) => readPage(document).forEach(tell),
  dataLayer: watchDataLayer,
  dwell: startDwell,
  scroll: startScroll,
  clicks: startClicks,
  search: startSearch,
};

/**
 * Starts the sources of one page: what it is about, its dataLayer, and what the visitor does on it. Waits for the
 * document to be parsed; never polls; no exception of a source reaches the page.
 *
 * A fact that two sources report is told once: of `view`, `list`, `select` and `search`, per page, the same item (by id or
 * name) or the same topic. So a product page with JSON-LD and a `view_item` gives one view. Of two views present at the
 * start one with topics wins over one without.
 * @returns ends all sources and takes the wrapper off the dataLayer's `push`
 * @example const stop = startSources({ document, window, clock: Date.now, emit: (signal) => record(signal), log: console.warn });
 */
export function startSources(options: SourcesOptions): Stop {
  const { clock, document, emit, log, page = options.window.location.pathname, window } = options;
  const names = options.names ?? (Object.keys(sources) as SourceName[]);
  const stopper = new AbortController();
  const end = stopper.signal;
  let about: Subject | undefined;
  /** Signals without topics wait until all sources have been read: a better told one of the same item wins. */
  let bare: Signal[] | undefined = [];

  const pass = passOnce((signal) => {
    if (signal.kind === "view" && signal.topics.length > 0) about ??= signal;
    emit(signal);
  });

  function guard(run: () => void): void {
    try {
      run();
    } catch (error) {
      // Survived: the page and the other sources go on.
      log("a signal source failed", error);
    }
  }

  const ports: SourcePorts = {
    ...{ document, window, clock, guard, end, layer: options.dataLayer },
    tell(signal) {
      const whole = { ...signal, at: clock(), page };
      if (bare && !signal.topics[0]) bare.push(whole);
      else pass(whole);
    },
    tellOfPage(kind) {
      if (about) ports.tell({ ...about, kind });
      return about !== undefined;
    },
    listen(target, types, handler) {
      const guarded = (event: Event): void => guard(() => handler(event));
      for (const type of types) target.addEventListener(type, guarded, { passive: true, signal: end });
    },
  };

  function begin(): void {
    for (const name of names) guard(() => sources[name](ports));
    const waiting = bare ?? [];
    bare = undefined;
    guard(() => waiting.forEach(pass));
  }
  if (document.readyState === "loading") ports.listen(document, ["DOMContentLoaded"], begin);
  else begin();
  return () => stopper.abort();
}
