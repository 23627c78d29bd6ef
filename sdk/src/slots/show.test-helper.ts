import { vi } from "vitest";
import { build } from "./build.test-helper.js";
import { readSlot, show, type ShowOptions, type Shown, type SlotMarkup } from "./index.js";

/** A slot with a default, a variant "hiking" and an empty one. */
export const hero = (variant: string): SlotMarkup =>
  readSlot(
    build(`<section data-heim-slot="hero"><h2>Default</h2><a href="/all">All</a>
      <template data-heim-variant="hiking">${variant}</template><template data-heim-variant="none"></template></section>`),
    vi.fn(),
  )!;
export const ignored: ShowOptions = { fault: () => undefined, onConflict: () => undefined };
export const shownIn = (markup: SlotMarkup, options: Partial<ShowOptions> = {}): Shown =>
  show(markup, "hiking", { ...ignored, ...options })!;
export const visible = ({ element }: SlotMarkup): string => element.textContent.trim();
