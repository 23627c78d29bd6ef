/**
 * An element, from whatever has parsed the page: the browser, or a parser on the command line. A template's children are
 * its content.
 */
export interface Markup {
  /** In lower case. */
  readonly tag: string;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  readonly children: readonly Markup[];
  readonly parent?: Markup | undefined;
  /** What the caller finds the element again by; not looked at here. */
  readonly at?: unknown;
}

/** An attribute's value; undefined when the element does not have it. */
export function attributeOf({ attributes }: Markup, name: string): string | undefined {
  for (const attribute of attributes) if (attribute.name === name) return attribute.value;
  return undefined;
}

/** The element and all below it, in document order. */
export function* descendants(root: Markup): Generator<Markup> {
  const open = [root];
  for (let element = open.pop(); element; element = open.pop()) {
    yield element;
    open.push(...[...element.children].reverse());
  }
}

/** The element itself, its parent, and so on. */
export function* ancestors(element: Markup): Generator<Markup> {
  for (let at: Markup | undefined = element; at; at = at.parent) yield at;
}
