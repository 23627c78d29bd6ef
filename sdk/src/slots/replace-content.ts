/**
 * Changes an element's content without dropping a keyboard user out of it: when the focus was on a node that goes, it
 * passes to the first control.
 * @example replaceContent(element, [...content.childNodes])
 */
export function replaceContent(element: Element, nodes: readonly Node[]): void {
  // In a shadow root it is the root that knows.
  const { activeElement } = element.getRootNode() as Document;
  const inside = element.contains(activeElement);
  element.replaceChildren(...nodes);
  if (inside && !element.contains(activeElement)) {
    element
      .querySelector<HTMLElement>("a[href],button,input,select,textarea")
      ?.focus({ preventScroll: true });
  }
}
