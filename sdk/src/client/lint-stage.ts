import type { WarningView } from "../inspector/index.js";
import { attributeOf, lintManifest, lintPage, type Finding, type Markup } from "../lint/index.js";
import type { Core } from "./core.js";

/** An element of the page as the linter sees elements; a template's children are its content. */
function markupOf(element: Element, parent?: Markup): Markup {
  const children: Markup[] = [];
  const markup: Markup = {
    tag: element.localName,
    attributes: element.attributes,
    children,
    parent,
    at: element,
  };
  const content = element instanceof HTMLTemplateElement ? element.content : element;
  for (const child of content.children) children.push(markupOf(child, markup));
  return markup;
}

/** The element as its author knows it again: its tag, and what of ours it bears. */
function nameOf({ tag, attributes }: Markup): string {
  const bears = [...attributes].find(({ name }) => /^data-heim-(slot|variant|quiz)$/.test(name));
  return `<${tag}${bears ? ` ${bears.name}="${bears.value}"` : ""}>`;
}

/** Where a finding is: the element, and the slot around it. */
function placeOf({ element, attribute }: Finding): string {
  const names = [nameOf(element)];
  for (let at = element.parent; at; at = at.parent)
    if (attributeOf(at, "data-heim-slot")) names.push(nameOf(at));
  return (attribute ? `${attribute} · ` : "") + names.join(" in ");
}

const severities = ["error", "warning", "info"];

/** The manifest as it is written: what is malformed is left out when it is put in force. */
async function manifestOf({ options, window }: Core): Promise<unknown> {
  const { manifest } = options;
  if (typeof manifest !== "string") return manifest;
  const response = await window.fetch(manifest, { credentials: "omit", referrerPolicy: "no-referrer" });
  return response.json();
}

/** What the linter finds in this page, as it stands, and in the manifest; the worst first. */
export async function lintHere(core: Core): Promise<WarningView[]> {
  const { window, options, stages } = core;
  const [manifest, { isSensitive }] = await Promise.all([
    manifestOf(core).catch((error: unknown) => core.log("the manifest is not checked", error)),
    stages.learn(),
  ]);
  const page = lintPage(markupOf(window.document.documentElement), { manifest, isSensitive }).map(
    (finding): WarningView => ({ ...finding, where: placeOf(finding), element: elementOf(finding) }),
  );
  const file = typeof options.manifest === "string" ? options.manifest : "manifest";
  const json = (manifest === undefined ? [] : lintManifest(manifest, isSensitive)).map(
    ({ severity, message, remedy, path }): WarningView => ({
      ...{ severity, message, remedy },
      where: `${file} · ${path.join(".")}`,
    }),
  );
  return [...page, ...json].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

/** What can be scrolled to: the element, or the slot whose template it is in. */
function elementOf({ element }: Finding): Element | undefined {
  for (let at: Markup | undefined = element; at; at = at.parent) {
    const found = at.at as Element;
    if (found.isConnected && found.localName !== "template") return found;
  }
  return undefined;
}
