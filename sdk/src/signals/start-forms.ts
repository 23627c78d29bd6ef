import { isIgnored } from "./attributes.js";
import type { SourcePorts } from "./ports.js";
import { searchTopic } from "./topic.js";

const field = "[type=search],[role=search] [type=text]";

/** A `search` for search forms whose field has a name that the next address does not tell. */
export function startForms({ listen, tell, window }: SourcePorts): void {
  listen(window, ["submit"], ({ target }) => {
    const form = target as Element;
    const input = isIgnored(form) ? null : form.querySelector<HTMLInputElement>(field);
    // The next address says these again.
    const topics = input && !/^[qs]$/.test(input.name) ? searchTopic(input.value) : [];
    if (topics[0]) tell({ kind: "search", topics });
  });
}
