import { cleanVariant } from "./clean-variant.js";
import type { Fault, SlotMarkup } from "./read-slot.js";
import { replaceContent } from "./replace-content.js";
import { setState, type SlotState } from "./state.js";

/** A variant on the page. */
export interface Shown {
  /** Puts the default content back, the very nodes, and sets the state `default`. Calling it twice is harmless. */
  revert(): void;
  /** Leaves what is shown, and watches over it no more. */
  stop(): void;
}

/** What `show` tells its caller. */
export interface ShowOptions {
  /** Hears of the template when code was taken out of the variant. */
  fault?: Fault;
  /** The page has put its own content back twice; the slot is the page's again, its state is `conflict`. */
  onConflict?: () => void;
}

/**
 * Shows a variant: its template's content takes the place of the default nodes, which are kept, not destroyed.
 * Templates stay where they are. Revert what is shown before showing another variant.
 *
 * A framework that renders the slot again (hydration, a state change) takes the variant out. The first time the variant
 * comes back; the second time the slot is the page's, so that two scripts never fight over an element.
 * @returns `undefined` when the slot has no such variant
 * @example const shown = show(markup, "hiking"); …; shown?.revert();
 */
export function show(
  { element, variants }: SlotMarkup,
  variant: string,
  { fault, onConflict }: ShowOptions = {},
): Shown | undefined {
  const template = variants.find(({ name }) => name === variant)?.template;
  if (!template) return undefined;
  // Cloned where it is inert and cleaned there: only then does the page's own document get to see it.
  const content = template.content.cloneNode(true) as DocumentFragment;
  if (cleanVariant(content)[0]) fault?.(template);
  const ours = [...content.childNodes];
  let before: ChildNode[] = [];
  let reverts = 0;
  let live = true;
  const isHere = (node: Node): boolean => node.parentNode === element;
  const stands = (): boolean => ours.every(isHere) && !before.some((node) => isHere(node) && isContent(node));
  const apply = (): void => {
    before = [...element.childNodes].filter((node) => !ours.includes(node));
    const nodes = before.filter((node) => !isContent(node));
    nodes.splice(before.findIndex(isContent), 0, ...ours);
    replaceContent(element, nodes);
    element.dataset["heimActive"] = variant;
    setState(element, "personalized");
  };
  const end = (state: SlotState): void => {
    live = false;
    observer.disconnect();
    if (stands()) replaceContent(element, before);
    // The page has put in its own nodes: they are not touched, a focus in them neither.
    else ours.forEach((node) => node.remove());
    delete element.dataset["heimActive"];
    setState(element, state);
  };
  const giveBack = (): void => {
    end("conflict");
    onConflict?.();
  };
  const observer = new MutationObserver(() => {
    if (stands()) return;
    if (reverts++) giveBack();
    else apply();
  });
  apply();
  guard(element, (place) => live && place && !isHere(place) && giveBack());
  observer.observe(element, { childList: true });
  return { revert: () => live && end("default"), stop: () => observer.disconnect() };
}

// Templates are the page's variants, comments the marks by which a framework finds its places.
const isContent = (node: Node): boolean => !/TEMPL|#c/.test(node.nodeName);

type Changing = Record<string, (...nodes: (Node | null)[]) => unknown>;

/**
 * Asks before the page's script takes out, or puts something in front of, a node: where that is not in the element, it would
 * throw, and React, which changes what it has rendered so, would take the whole app off the page.
 */
function guard(element: HTMLElement, ask: (place: Node | null | undefined) => void): void {
  const own = element as unknown as Changing;
  for (const method of ["removeChild", "insertBefore"]) {
    const native = own[method];
    own[method] = (...nodes) => {
      ask(nodes.at(-1));
      return native?.apply(element, nodes);
    };
  }
}
