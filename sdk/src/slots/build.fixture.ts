/** Test pages are written as HTML; this is where the rule against HTML strings is suspended for them. */
export function build(html: string): HTMLElement {
  const page = new DOMParser()["parseFromString"](`<body>${html}</body>`, "text/html");
  const element = document.importNode(page.body.firstElementChild as HTMLElement, true);
  document.body.append(element);
  return element;
}
