import type { Stop } from "../kernel/index.js";
import { isIgnored } from "./attributes.js";
import { listen, type Emit, type SourcePorts } from "./ports.js";
import { searchTopics } from "./search-topics.js";

const inAddress = ["q", "s"];

/** The field a visitor searches with, if the form is a site search. */
function fieldOf(form: Element): HTMLInputElement | null {
  const own = form.querySelector<HTMLInputElement>('input[type="search"]');
  const isSearch = form.closest("[role=search],search") !== null;
  return own ?? (isSearch ? form.querySelector("input:not([type=hidden]):not([type=submit])") : null);
}

/** Whether the form leads to a page whose address says the search again, where it will be read. */
const isReadThere = (event: Event, form: Element, field: HTMLInputElement): boolean =>
  !event.defaultPrevented &&
  (form.getAttribute("method") ?? "get").toLowerCase() === "get" &&
  inAddress.includes(field.name);

/** A `search` for the address's `?q=` or `?s=`, and for search forms whose result page will not show it there. */
export function startSearch({ clock, guard, page, window }: SourcePorts, emit: Emit): Stop {
  function record(term: string): void {
    const topics = searchTopics(term);
    if (topics.length > 0) emit({ kind: "search", topics, at: clock(), page });
  }

  function onSubmit(event: Event): void {
    const form = event.target as Element | null;
    const field = form && !isIgnored(form) ? fieldOf(form) : null;
    if (form && field && !isReadThere(event, form, field)) record(field.value);
  }

  const query = new URLSearchParams(window.location.search);
  record(inAddress.map((name) => query.get(name)).find(Boolean) ?? "");
  // On the window, after the page's own handlers, to know whether they took the submit over.
  return listen(window, ["submit"], onSubmit, guard);
}
