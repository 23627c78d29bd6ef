/**
 * Moves nodes of an element into a fragment and puts others in their place, without dropping a keyboard user out of it: when
 * the focus was on a node that goes, it passes to the first control.
 * @param old children of the element, in its order
 * @example replaceContent(element, [title], kept, content.childNodes)
 */
export function replaceContent(
  element: Element,
  old: readonly ChildNode[],
  kept: DocumentFragment,
  next: Iterable<Node>,
): void {
  // In a shadow root it is the root that knows.
  const { activeElement } = element.getRootNode() as Document;
  const inside = element.contains(activeElement);
  const place = old[0]?.previousSibling;
  kept.replaceChildren(...old);
  if (place) place.after(...next);
  else element.prepend(...next);
  if (inside && !element.contains(activeElement)) {
    element
      .querySelector<HTMLElement>("a[href],button,input,select,textarea")
      ?.focus({ preventScroll: true });
  }
}
