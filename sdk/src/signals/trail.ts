import { isNode, nodesOf, type Node } from "./json-ld.js";
import { slug } from "./slug.js";
import { plain } from "./text.js";
import { chainTopic, type Topic } from "./topic.js";

const homeName = /^(home(page)?|start(seite)?|shop)$/i;
/** "", "/de", "/de-at", "/index", "/de/index.html", "/de.html" */
const homePath = /^(\/\w\w([-_]\w\w)?)?(\/index|\/home)?(\.\w{3,4})?$/;

/** The path of an address without its trailing slash, `""` for the root; undefined when it is no address. */
export function pathOf(url: unknown, base?: string): string | undefined {
  try {
    return typeof url === "string" ? new URL(url, base).pathname.replace(/\/+$/, "") : undefined;
  } catch {
    // Survived: foreign text that is no address has no path to compare.
    return undefined;
  }
}

/** Whether an address is that of the home page, in whatever language. */
export const isHome = (url: string): boolean => homePath.test(pathOf(url) ?? "-");

/** The address a step of a trail or a thing names. */
export const linkOf = (value: unknown): unknown => (isNode(value) ? (value["@id"] ?? value.url) : value);

/**
 * The category at the end of a BreadcrumbList: without the home page, and without the thing the page shows.
 * @param own ids of the things the page shows; empty on a category page, whose own step is the category
 */
export function trailTopic(list: Node, url: string, own: readonly string[]): Topic[] {
  const here = pathOf(url);
  const steps = nodesOf(list.itemListElement);
  const names: string[] = [];
  steps.forEach((step, index) => {
    const name = plain(step.name ?? step.item);
    const path = pathOf(linkOf(step.item), url);
    const leadsHome = homeName.test(name) || (index === 0 && homePath.test(path ?? "-"));
    // The last step may come without a link: then it is the page.
    const isLast = index > 0 && index === steps.length - 1 && (path ?? here) === here;
    const isOwn = own.length > 0 && (isLast || own.includes(slug(name)));
    if (!leadsHome && !isOwn) names.push(name);
  });
  return chainTopic(names);
}
