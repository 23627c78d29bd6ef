/**
 * Changes a slot's content without dropping a keyboard user out of it: when the focus was inside and its node goes, it
 * passes to the slot's first control.
 * @example keepFocus(element, () => element.replaceChildren(content));
 */
export function keepFocus(element: Element, change: () => void): void {
  const { activeElement } = element.ownerDocument;
  const inside = element !== activeElement && element.contains(activeElement);
  change();
  if (inside && !element.contains(activeElement)) {
    element
      .querySelector<HTMLElement>("a[href],button,input,select,textarea")
      ?.focus({ preventScroll: true });
  }
}
