import type { SourcePorts } from "./ports.js";
import { searchTopic } from "./topic.js";

/** A `search` for the address's `?q=` or `?s=`. */
export function startSearch({ tell, window }: SourcePorts): void {
  const query = new URLSearchParams(window.location.search);
  const topics = searchTopic(query.get("q") ?? query.get("s"));
  if (topics[0]) tell({ kind: "search", topics });
}
