import { passOnce } from "./once.js";
import type { SourcePorts } from "./ports.js";
import { cartStep, typeOfEvent } from "./shop-events.js";
import type { Signal, Subject, TopicRef } from "./signal.js";
import type { SourcesOptions } from "./sources-options.js";
import type { Topic } from "./topic.js";

/** Guessed, or marked as beside the point. */
const isWeak = (topic: TopicRef): boolean => ((topic as Topic).weight ?? 1) < 1;

/** What the sources of one page may use, and what only their start does. */
interface Ports extends SourcePorts {
  /** Ends the time in which better told signals are waited for. */
  flush: () => void;
  /** Tells what type of page it is. The first word counts; one that is not sure, only until there is another. */
  typed: (type: string | undefined, sure: boolean) => void;
}

/** Passes on what is heard of the page and of the cart. */
function createNews({ onCart, onType }: SourcesOptions): Pick<Ports, "hear" | "typed"> {
  let isSure = false;
  const typed: Ports["typed"] = (type, sure) => {
    if (!type || isSure) return;
    isSure = sure;
    onType?.(type);
  };
  return {
    typed,
    hear(...event) {
      const type = typeOfEvent(event[0], event[1]);
      const step = cartStep(...event);
      // a list may stand on any page
      typed(type, type !== "list");
      if (step) onCart?.(step);
    },
  };
}

/** Makes the ports of one page. */
export function createPorts(options: SourcesOptions, end: AbortSignal): Ports {
  const { clock, document, emit, log, page = options.window.location.pathname, window } = options;
  let about: Subject | undefined;
  /** Signals without topics of weight wait until all sources have been read: a better told one of the same item wins. */
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

  const ports: Omit<Ports, "flush"> = {
    ...createNews(options),
    ...{ document, window, clock, guard, end, layer: options.dataLayer, heard: {} },
    tell(signal) {
      const whole = { ...signal, at: clock(), page };
      options.overhear?.(whole);
      ports.heard[signal.kind] = whole.at;
      if (bare && signal.topics.every(isWeak)) bare.push(whole);
      else pass(whole);
    },
    tellOfPage(kind, facets) {
      const known = about ?? (facets && { topics: [] });
      if (known) ports.tell({ ...known, kind, ...(facets && { facets }) });
      return about !== undefined;
    },
    listen(target, types, handler) {
      const guarded = (event: Event): void => guard(() => handler(event));
      for (const type of types) target.addEventListener(type, guarded, { passive: true, signal: end });
    },
  };
  const flush = (): void => {
    const waiting = bare ?? [];
    bare = undefined;
    guard(() => waiting.forEach(pass));
  };
  return Object.assign(ports, { flush });
}
