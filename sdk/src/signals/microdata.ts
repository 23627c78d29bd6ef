import { isApart } from "./attributes.js";
import { isA, type Node } from "./json-ld.js";
import { isOn, type PageFacts, type ReadOptions } from "./page-facts.js";

/** The kinds of things read; of each kind JSON-LD's word counts, where it has one. */
const families = [
  /product(group|model)?$/i,
  /(recipe|article|posting|event|review)$/i,
  /breadcrumblist$/i,
  /itemlist$/i,
  /collectionpage$/i,
];
/** More than any honest page has. */
const mostProperties = 3000;

/** The value of a property, by the element it stands on. https://html.spec.whatwg.org/multipage/microdata.html#values */
const valueOf = (element: Element): string =>
  (
    element.getAttribute("content") ??
    element.getAttribute("href") ??
    element.getAttribute("datetime") ??
    element.getAttribute("value") ??
    element.textContent
  ).trim();

const typesOf = (element: Element): string[] => element.getAttribute("itemtype")?.match(/\S+/g) ?? [];

/** The elements whose properties are a thing's: itself, and those it refers to. */
function partsOf(element: Element): Element[] {
  const ids = element.getAttribute("itemref")?.match(/\S+/g) ?? [];
  const referred = ids.slice(0, 20).map((id) => element.ownerDocument.getElementById(id));
  return [element, ...referred.filter((part) => part !== null)];
}

/** The elements that name a thing's own properties, not those of the things within it. */
function* propertiesOf(element: Element): Generator<Element> {
  for (const part of partsOf(element)) {
    if (part !== element && part.hasAttribute("itemprop")) yield part;
    for (const property of part.querySelectorAll("[itemprop]")) {
      const owner = property.parentElement?.closest("[itemscope]");
      if (part === element ? owner === element : !owner || !part.contains(owner)) yield property;
    }
  }
}

/** A thing in the shape JSON-LD has, so that both are read alike. */
function* thingOf(element: Element, limit: { left: number }, depth = 4): Generator<unknown, Node> {
  const thing: Record<string, unknown[]> = { "@type": typesOf(element) };
  for (const property of propertiesOf(element)) {
    yield;
    if (--limit.left < 0) break;
    const nested = depth > 0 && property.hasAttribute("itemscope");
    const value = nested ? yield* thingOf(property, limit, depth - 1) : valueOf(property);
    for (const name of property.getAttribute("itemprop")?.match(/\S+/g) ?? []) {
      if (Object.hasOwn(thing, name)) thing[name]?.push(value);
      else thing[name] = [value];
    }
  }
  return thing;
}

/** Reads a page's microdata into the things its JSON-LD names. About a third of shop pages have nothing else. */
export function* readMicrodata(
  document: Document,
  { nodes }: PageFacts,
  options: ReadOptions,
): Generator<unknown, void> {
  if (!isOn("microdata", options)) return;
  const told = families.filter((family) => nodes.some((node) => isA(node, family)));
  const isWanted = (element: Element): boolean => {
    const family = families.find((types) => typesOf(element).some((type) => types.test(type)));
    return family !== undefined && !told.includes(family);
  };
  const limit = { left: mostProperties };
  for (const element of document.querySelectorAll("[itemscope][itemtype]")) {
    yield;
    const around = element.parentElement?.closest("[itemscope]");
    // What is a property of nothing around it belongs to a thing elsewhere, by itemref.
    const isPart = around ? isWanted(around) : element.hasAttribute("itemprop");
    if (!isWanted(element) || isPart || isApart(element)) continue;
    if (limit.left <= 0) return;
    const thing = yield* thingOf(element, limit);
    if (thing.name ?? thing.headline ?? thing.itemListElement) nodes.push(thing);
  }
}
