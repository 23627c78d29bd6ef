import { isNode, listOf, type Node } from "./json-ld.js";
import { pathOf } from "./location.js";
import { slug } from "./slug.js";
import { plain } from "./text.js";

/** One step of a trail; without a path where the trail has no link, as search engines allow for the current page. */
export interface Crumb {
  name: string;
  path: string | undefined;
}

/** The page a trail is read on. */
export interface Here {
  url: string;
  /** Names of the thing shown; its own crumb is no category. */
  self: readonly string[];
  /** Whether a thing is shown at all: a crumb without link is then the thing. */
  thing: boolean;
}

const homeName = /^(home ?(page)?|start(seite)?|shop|accueil|inicio)$/i;
/** "", "/de", "/de-at", "/de/homepage.html", "/index" */
const homePath = /^(\/[a-z]{2}([-_][a-z]{2})?)?(\/(index|home(page)?|start))?(\.\w+)?$/i;
const pageNumber = /^(page|seite) \d+$/i;

const isHome = ({ name, path }: Crumb): boolean => homeName.test(name) || homePath.test(path ?? "x");

/** The steps of a BreadcrumbList, in order. */
export function crumbsOf(list: Node, url: string): Crumb[] {
  return listOf(list.itemListElement)
    .filter(isNode)
    .sort((a, b) => Number(a.position) - Number(b.position) || 0)
    .map((step) => {
      const item = isNode(step.item) ? step.item : { "@id": step.item };
      const link = item["@id"] ?? item.url ?? step.url;
      return { name: plain(step.name) || plain(item.name), path: pathOf(link, url) };
    })
    .filter(({ name }) => name !== "");
}

/** The category names of a trail, root first: without the home page, page numbers and the thing itself. */
export function trailNames(crumbs: readonly Crumb[], here: Here): string[] {
  const [first, ...rest] = crumbs.filter(({ name }) => !pageNumber.test(name));
  const trail = first && !isHome(first) ? [first, ...rest] : rest;
  const last = trail.at(-1);
  const own = here.self.map(slug);
  const named = last !== undefined && own.includes(slug(last.name));
  const unlinked = trail.length > 1 && (last?.path ?? pathOf(here.url)) === pathOf(here.url);
  return (here.thing && (named || unlinked) ? trail.slice(0, -1) : trail).map(({ name }) => name);
}

/** Folders that name no category: languages, numbers, and how shop systems call their parts. */
const dull = /^(\w{0,2}|\d+|index|shop|store|products?|produkte?|show|category|kategorie)$/i;

/**
 * Where structured data show a thing but no category: the trail the page shows its visitors, else the folders of its
 * address.
 */
export function fallbackNames(document: Document, here: Here): string[] {
  const links = [...document.querySelectorAll('[class*="readcrumb"] a,[aria-label*="readcrumb"] a')].slice(
    0,
    8,
  );
  const crumbs = links.map((link) => ({
    name: plain(link.textContent).slice(0, 60),
    path: pathOf(link.getAttribute("href"), here.url),
  }));
  const shown = trailNames(
    crumbs.filter(({ name }) => name),
    here,
  );
  const folders = (pathOf(here.url) ?? "").split("/").slice(1, -1);
  return shown.length > 0 ? shown : folders.filter((folder) => !dull.test(folder));
}
