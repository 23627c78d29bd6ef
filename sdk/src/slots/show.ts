import type { Log } from "../kernel/ports.js";
import { cleanVariant } from "./clean-variant.js";
import { guard } from "./guard.js";
import { keepFocus } from "./keep-focus.js";
import type { SlotMarkup } from "./read-slot.js";
import { schema } from "./schema.js";
import { setState, type SlotState } from "./state.js";

/** A variant on the page. */
export interface Shown {
  readonly variant: string;
  /** Puts the default content back, the very nodes, and sets the state `default`. Calling it twice is harmless. */
  revert(): void;
}

/** What `show` tells its caller. */
export interface ShowOptions {
  /** Hears of code that was taken out of the variant. */
  warn?: Log;
  /** The page has put its own content back twice; the slot is the page's again, its state is `conflict`. */
  onConflict?: () => void;
}

/**
 * Shows a variant: its template's content takes the place of the default nodes, which are kept, not destroyed.
 * Templates stay where they are. Revert what is shown before showing another variant.
 * @returns `undefined` when the slot has no such variant
 * @example const shown = show(markup, "hiking"); …; shown?.revert();
 */
export function show(markup: SlotMarkup, variant: string, options: ShowOptions = {}): Shown | undefined {
  const { element, variants } = markup;
  const template = variants.find(({ name }) => name === variant)?.template;
  if (!template) return undefined;
  const swap = swapper(element, template, options.warn);
  let live = true;
  const mark = (state: SlotState): void => {
    if (state === "personalized") element.setAttribute(schema.active, variant);
    else element.removeAttribute(schema.active);
    setState(element, state);
  };
  const apply = (): void => {
    swap.take();
    mark("personalized");
  };
  const yieldSlot = (): void => {
    live = false;
    swap.putBack();
    mark("conflict");
    options.onConflict?.();
  };
  apply();
  const unguard = guard(element, swap.stands, (times) => (times > 1 ? yieldSlot() : apply()));
  return {
    variant,
    revert() {
      unguard();
      if (!live) return;
      live = false;
      swap.putBack();
      mark("default");
    },
  };
}

interface Swap {
  /** Puts the variant in the place of what is there. */
  take: () => void;
  /** Whether the variant is still there, and alone. */
  stands: () => boolean;
  /** Takes the variant away, and puts back what was there unless the page has seen to that itself. */
  putBack: () => void;
}

function swapper(element: HTMLElement, template: HTMLTemplateElement, warn?: Log): Swap {
  let ours: ChildNode[] = [];
  let before: ChildNode[] = [];
  const isHere = (node: Node): boolean => node.parentNode === element;
  const isTemplate = (node: Node): boolean => node.nodeName === "TEMPLATE";
  const stands = (): boolean =>
    ours.every(isHere) && !before.some((node) => isHere(node) && !isTemplate(node));
  const clear = (): void => ours.forEach((node) => node.remove());
  return {
    stands,
    take() {
      clear();
      // Cloned where it is inert and cleaned there: only then does the page's own document get to see it.
      const content = template.content.cloneNode(true) as DocumentFragment;
      cleanVariant(content, template, warn);
      before = [...element.childNodes];
      ours = [...content.childNodes];
      keepFocus(element, () => element.replaceChildren(content, ...before.filter(isTemplate)));
    },
    putBack() {
      if (stands()) keepFocus(element, () => element.replaceChildren(...before));
      else clear();
    },
  };
}
