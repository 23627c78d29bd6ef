/** Attributes by name; `undefined` leaves one out. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** Makes elements; a text becomes a text node, never markup. */
export interface Maker {
  <Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    attributes: Attributes,
    ...children: readonly (Node | string)[]
  ): HTMLElementTagNameMap[Tag];
}

/** A maker of elements for one document. */
export function makerFor(document: Document): Maker {
  return (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== undefined) element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  };
}

/** A button that does something. */
export function buttonOf(make: Maker, part: string, act: () => void, text: string): HTMLButtonElement {
  const button = make("button", { type: "button", part: `button ${part}` }, text);
  button.addEventListener("click", act);
  return button;
}
