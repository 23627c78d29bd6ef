import type { Clock, Log, Stop } from "../kernel/index.js";
import { guardFor, type Guard } from "./guard.js";
import { pathOf } from "./location.js";
import { passOnce } from "./once.js";
import { listen, type Emit, type Source, type SourcePorts, type Timer } from "./ports.js";
import { createDataLayerReader } from "./read-data-layer.js";
import { readPage } from "./read-page.js";
import type { Signal, Subject } from "./signal.js";
import { startClicks } from "./start-clicks.js";
import { startDwell } from "./start-dwell.js";
import { startScroll } from "./start-scroll.js";
import { startSearch } from "./start-search.js";
import { isFirm } from "./topic.js";
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
  /** The window's own timers when absent. */
  timer?: Timer;
  /** The variable's name, and the index of the first entry to read: earlier ones belong to an earlier page of the app. */
  dataLayer?: { name?: string; since?: number };
}

const behaviours: readonly (readonly [SourceName, Source])[] = [
  ["dwell", startDwell],
  ["scroll", startScroll],
  ["clicks", startClicks],
  ["search", startSearch],
];

const timerOf = (window: Window): Timer => ({
  set: (run, ms) => window.setTimeout(run, ms),
  clear: (handle) => window.clearTimeout(handle as number | undefined),
});

/** Views whose topics the merchant named go before guessed ones, so that the better told of two is the one that passes. */
function firmFirst(signals: readonly Signal[]): Signal[] {
  const isWeak = ({ kind, topics }: Signal): number => (kind === "view" && !topics.some(isFirm) ? 1 : 0);
  return [...signals].sort((a, b) => isWeak(a) - isWeak(b));
}

type Ports = Omit<SourcePorts, "guard">;
/** Runs one source behind its guard, if it is wanted, and keeps its stop. */
type Start = (name: SourceName, run: (guard: Guard) => Stop | undefined) => void;

/** Returns what the page and its dataLayer already say, the better told first; tells what is pushed later. */
function startReading(start: Start, ports: Ports, layer: SourcesOptions["dataLayer"], emit: Emit): Signal[] {
  const { clock, document, page, window } = ports;
  const told: Signal[] = [];
  let tell: Emit = (signal) => void told.push(signal);
  start("page", () => {
    for (const signal of readPage(document, { now: clock() })) tell({ ...signal, page });
    return undefined;
  });
  start("dataLayer", (guard) => {
    const read = createDataLayerReader();
    return watchDataLayer({ guard, window }, { name: "dataLayer", since: 0, ...layer }, (entry) => {
      for (const signal of read(entry, { now: clock(), page })) tell(signal);
    });
  });
  tell = emit;
  return firmFirst(told);
}

/**
 * Starts the sources of one page: what it is about, its dataLayer, and what the visitor does on it. Waits for the
 * document to be parsed; never polls; no exception of a source reaches the page.
 *
 * A fact that two sources report is told once: of `view`, `list`, `select` and `search`, per page, the same item (by id or
 * name) or the same topic. So a product page with JSON-LD and a `view_item` gives one view. Of two views present at the
 * start the one whose topics the merchant named wins over guessed topics or none.
 * @returns ends all sources and takes the wrapper off the dataLayer's `push`
 * @example const stop = startSources({ document, window, clock: Date.now, emit: (signal) => record(signal), log: console.warn });
 */
export function startSources(options: SourcesOptions): Stop {
  const { clock, document, log, names, timer = timerOf(options.window), window } = options;
  const page = options.page ?? (pathOf(window.location.href) || "/");
  let about: Subject | undefined;
  const emit = passOnce((signal) => {
    if (signal.kind === "view" && signal.topics.length > 0) about ??= signal;
    options.emit(signal);
  });
  const ports = { document, window, clock, timer, page, subject: () => about };
  const stops: Stop[] = [];
  const start: Start = (name, run) => {
    if (names && !names.includes(name)) return;
    const guard = guardFor(name, log);
    guard(() => {
      const stop = run(guard);
      if (stop) stops.push(stop);
    });
  };
  const begin = (): void => {
    const guard = guardFor("page", log);
    for (const signal of startReading(start, ports, options.dataLayer, emit)) guard(() => emit(signal));
    for (const [name, source] of behaviours) start(name, (own) => source({ ...ports, guard: own }, emit));
  };
  if (document.readyState !== "loading") begin();
  else stops.push(listen(document, ["DOMContentLoaded"], begin, guardFor("page", log)));
  return () => {
    for (const stop of stops.splice(0)) guardFor("page", log)(stop);
  };
}
