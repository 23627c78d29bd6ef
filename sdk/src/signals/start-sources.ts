import type { Clock, Log, Stop } from "../kernel/index.js";
import { passOnce } from "./once.js";
import type { Emit, Source, SourcePorts } from "./ports.js";
import { createDataLayerReader } from "./read-data-layer.js";
import { readPage } from "./read-page.js";
import type { Signal, Subject } from "./signal.js";
import { startClicks } from "./start-clicks.js";
import { startDwell } from "./start-dwell.js";
import { startScroll } from "./start-scroll.js";
import { startSearch } from "./start-search.js";
import { pathOf } from "./trail.js";
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

const startPage: Source = ({ clock, document, tell }) => readPage(document, { now: clock() }).forEach(tell);

/** In the order they start. */
const sources = (layer: SourcesOptions["dataLayer"]): Record<SourceName, Source> => ({
  page: startPage,
  dataLayer(ports) {
    const read = createDataLayerReader();
    watchDataLayer(ports, { name: "dataLayer", since: 0, ...layer }, (entry) => read(entry, {}).forEach(ports.tell));
  },
  dwell: startDwell,
  scroll: startScroll,
  clicks: startClicks,
  search: startSearch,
});

/** A guard that logs the first error; later ones are the same fault again. */
function guardFor(name: string, log: Log): SourcePorts["guard"] {
  let told = false;
  return (run) => {
    try {
      run();
    } catch (error) {
      // Survived: the page and the other sources go on without this one.
      if (!told) log(`signal source "${name}" failed`, error);
      told = true;
    }
  };
}
