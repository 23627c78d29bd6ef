import type { Stop } from "../kernel/index.js";
import { listen, type SourcePorts } from "./ports.js";

type Layer = unknown[];

const layerOf = (window: Window, name: string): Layer | undefined => {
  const found = (window as unknown as Record<string, unknown>)[name];
  return Array.isArray(found) ? (found as Layer) : undefined;
};

/** Puts `wrapped` in place of push; taking it back leaves the page's array as it was. */
function wrap(layer: Layer, onEntries: (entries: unknown[]) => void): Stop {
  // A tag manager wraps push as well, so what stands there need not be the array's own.
  const own = Object.getOwnPropertyDescriptor(layer, "push");
  const before = layer.push.bind(layer);
  let live = true;
  const wrapped = (...entries: unknown[]): number => {
    const result = before(...entries);
    if (live) onEntries(entries);
    return result;
  };
  // Not enumerable, as a page may loop over its dataLayer with `for in`.
  Object.defineProperty(layer, "push", { value: wrapped, configurable: true, writable: true });
  return () => {
    live = false;
    // Whoever wrapped push after us keeps working: ours then only passes through.
    if (layer.push !== wrapped) return;
    if (own) Object.defineProperty(layer, "push", own);
    else Reflect.deleteProperty(layer, "push");
  };
}

export interface WatchOptions {
  /** The variable's name. */
  name: string;
  /** Index of the first entry to read. */
  since: number;
}

/**
 * Reads the entries a dataLayer has, and every later one as it is pushed. The page's push keeps its return value and its
 * own errors. A dataLayer that does not exist yet is looked for once more when the page has loaded; none is created.
 */
export function watchDataLayer(
  { guard, window }: Pick<SourcePorts, "guard" | "window">,
  { name, since }: WatchOptions,
  onEntry: (entry: unknown) => void,
): Stop {
  const read = (entries: readonly unknown[]): void => {
    for (const entry of entries) guard(() => onEntry(entry));
  };
  const begin = (): Stop | undefined => {
    const layer = layerOf(window, name);
    if (!layer) return undefined;
    read(layer.slice(since, since + 2000));
    return wrap(layer, read);
  };
  let end = begin();
  if (end) return end;
  const stopWaiting = listen(window, ["load"], () => (end ??= begin()), guard);
  return () => {
    stopWaiting();
    end?.();
  };
}
