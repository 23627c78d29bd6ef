/** Test pages are written as HTML, as a merchant writes them. */
export function build(html: string): HTMLElement {
  // eslint-disable-next-line no-restricted-syntax -- templates need the parser, and the text is the test's own
  const page = new DOMParser().parseFromString(`<body>${html}</body>`, "text/html");
  const element = document.importNode(page.body.firstElementChild as HTMLElement, true);
  document.body.append(element);
  return element;
}
