import { buttonOf, type Maker } from "../parts.js";
import type { PreferencesPorts } from "./ports.js";
import type { PreferencesTexts } from "./texts.js";

/** What the preferences are drawn with. */
export interface Pens {
  make: Maker;
  t: PreferencesTexts;
  ports: PreferencesPorts;
  /** Shows all as it is now. */
  update(): void;
  /** Says something to who cannot see what has changed. */
  say(text: string): void;
}

/** A section with its heading; nothing where it has no content. */
export function section(
  { make }: Pens,
  name: string,
  title: string,
  content: readonly (Node | string)[],
): HTMLElement[] {
  if (content.length === 0) return [];
  const heading = make("h2", { id: name, part: "heading", tabindex: "-1" }, title);
  return [make("section", { part: `section ${name}`, "aria-labelledby": name }, heading, ...content)];
}

/** A button that is found again when all has been drawn anew, by its key. */
export function keyed(
  { make }: Pens,
  { key, text, label = text, act }: { key: string; text: string; label?: string; act: () => void },
): HTMLButtonElement {
  const button = buttonOf(make, key.split(" ")[0] ?? "", act, text);
  button.dataset["key"] = key;
  if (label !== text) button.ariaLabel = label;
  return button;
}
