import type { SourcePorts } from "./ports.js";
import { mostEntries } from "./read-data-layer.js";

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
  { end, guard, listen, window }: Pick<SourcePorts, "end" | "guard" | "listen" | "window">,
  { name, since }: WatchOptions,
  onEntry: (entry: unknown) => void,
): void {
  const read = (entries: readonly unknown[]): void => {
    if (!end.aborted) for (const entry of entries) guard(() => onEntry(entry));
  };
  const begin = (): boolean => {
    const layer = (window as unknown as Record<string, unknown>)[name];
    if (!Array.isArray(layer)) return false;
    read(layer.slice(since, since + mostEntries));
    const push = layer.push.bind(layer);
    const before = layer.push;
    const ours = (layer.push = (...entries: unknown[]) => {
      const result = push(...entries);
      read(entries);
      return result;
    });
    // Whoever wrapped push after us keeps working: ours then only passes through.
    end.addEventListener("abort", () => layer.push === ours && (layer.push = before));
    return true;
  };
  if (!begin()) listen(window, ["load"], begin);
}
