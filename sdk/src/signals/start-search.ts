import { isIgnored } from "./attributes.js";
import type { SourcePorts } from "./ports.js";
import { searchTopic } from "./topic.js";

const field = "[type=search],[role=search] [type=text]";

/** A `search` for the address's `?q=` or `?s=`, and for search forms whose field has another name. */
export function startSearch({ listen, tell, window }: SourcePorts): void {
  function record(term: unknown): void {
    const topics = searchTopic(term);
    if (topics.length > 0) tell({ kind: "search", topics });
  }

  const query = new URLSearchParams(window.location.search);
  record(query.get("q") ?? query.get("s"));
  listen(window, ["submit"], ({ target }) => {
    const form = target as Element;
    const input = isIgnored(form) ? null : form.querySelector<HTMLInputElement>(field);
    // The next address says these again.
    if (input && !/^[qs]$/.test(input.name)) record(input.value);
  });
}
