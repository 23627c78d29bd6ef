import type { SourcePorts } from "./ports.js";
import { createDataLayerReader, mostEntries } from "./read-data-layer.js";

/**
 * Tells the entries a dataLayer has, and every later one as it is pushed. The page's push keeps its return value and its
 * own errors. A dataLayer that does not exist yet is looked for once more when the page has loaded; none is created.
 */
export function watchDataLayer({
  end,
  guard,
  hear,
  layer: options,
  listen,
  tell,
  window,
}: SourcePorts): void {
  const { name = "dataLayer", since = 0 } = options ?? {};
  const read = createDataLayerReader(hear);
  const readAll = (entries: readonly unknown[]): void => {
    if (!end.aborted) guard(() => entries.flatMap(read).forEach(tell));
  };
  const begin = (): boolean => {
    const layer = (window as unknown as Record<string, unknown>)[name];
    if (!Array.isArray(layer)) return false;
    readAll(layer.slice(since, mostEntries));
    const before = layer.push as (...entries: unknown[]) => number;
    const ours = (...entries: unknown[]): number => {
      const result = before.apply(layer, entries);
      readAll(entries);
      return result;
    };
    layer.push = ours;
    // Whoever wrapped push after us keeps working: ours then only passes through.
    end.addEventListener("abort", () => {
      if (layer.push === ours) layer.push = before;
    });
    return true;
  };
  if (!begin()) listen(window, ["load"], begin);
}
