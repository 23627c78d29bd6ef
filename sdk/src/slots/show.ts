import { cleanVariant } from "./clean-variant.js";
import type { Fault, SlotMarkup } from "./read-slot.js";
import { replaceContent } from "./replace-content.js";

/** A variant on the page. */
export interface Shown {
  /** Puts the default content back, the very nodes. Calling it twice is harmless. */
  revert(): void;
  /** Leaves what is shown, and watches over it no more. */
  stop(): void;
}

/** What `show` tells its caller. */
export interface ShowOptions {
  /** Hears of the template when code was taken out of the variant. */
  fault: Fault;
  /** The page has put its own content back twice; the slot is the page's again. */
  onConflict: () => void;
}

/**
 * Shows a variant: its template's content takes the place of the default nodes, which are kept, not destroyed.
 * Templates stay where they are. Revert what is shown before showing another variant.
 *
 * A framework that renders the slot again (hydration, a state change) takes the variant out. The first time the variant
 * comes back; the second time the slot is the page's, so that two scripts never fight over an element.
 * @returns `undefined` without a variant, or when the slot has no such one
 * @example const shown = show(markup, "hiking", { fault, onConflict }); …; shown?.revert();
 */
export function show(
  { element, variants }: SlotMarkup,
  variant: string | undefined,
  { fault, onConflict }: ShowOptions,
): Shown | undefined {
  const template = variants.find(({ name }) => name === variant)?.template;
  if (!template) return undefined;
  // Cloned where it is inert and cleaned there: only then does the page's own document get to see it.
  const clone = template.content.cloneNode(true) as DocumentFragment;
  if (cleanVariant(clone)[0]) fault(template);
  const ours = [...clone.childNodes];
  // In it a framework can go on changing what it has rendered: Vue asks a node's parent where to put the next one.
  const kept = new DocumentFragment();
  let before: ChildNode[] = [];
  let reverts = 0;
  let live = true;
  const content = (): ChildNode[] => [...element.childNodes].filter(isContent);
  const isHere = (node: Node): boolean => node.parentNode === element;
  const stands = (): boolean => ours.every(isHere) && !before.some(isHere);
  const apply = (): void => {
    before = content().filter((node) => !ours.includes(node));
    replaceContent(element, before, kept, ours);
    element.dataset["heimActive"] = variant;
  };
  const end = (): void => {
    live = false;
    observer.disconnect();
    if (stands()) replaceContent(element, content(), clone, kept.childNodes);
    // The page has put in its own nodes: they are not touched, a focus in them neither.
    else clone.append(...ours);
    delete element.dataset["heimActive"];
  };
  const giveBack = (): void => {
    end();
    onConflict();
  };
  const observer = new MutationObserver(() => {
    if (stands()) return;
    if (reverts++) giveBack();
    else apply();
  });
  apply();
  guard(element, (place) => live && place && !isHere(place) && giveBack());
  observer.observe(element, { childList: true });
  return { revert: () => live && end(), stop: () => observer.disconnect() };
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
