import { manifestOf } from "./check-page.js";
import { Failure } from "./failure.js";
import type { Ports } from "./ports.js";
import type { Source } from "./problem.js";

/** What belongs together: pages, and the manifest they are checked against. */
export interface Shop {
  readonly pages: readonly Source[];
  readonly manifests: readonly Source[];
  /** Texts in which goals may be reached. */
  readonly scripts: readonly Source[];
  /** All its pages are here, so that what is on none of them is missing. */
  readonly whole: boolean;
}

const isUrl = (target: string): boolean => /^https?:\/\//i.test(target);
const isManifest = (path: string): boolean => /(^|[\\/])heimspiel\.json$/.test(path);

/**
 * A file's text, or what is at an address.
 * @throws Failure when it cannot be had
 */
export async function load(file: string, ports: Ports): Promise<Source> {
  try {
    const text = await (isUrl(file) ? ports.fetchText(file) : ports.readFile(file));
    // The mark of byte order is no part of the text.
    return { file, text: text.replace(/^\uFEFF/, "") };
  } catch (cause) {
    throw new Failure(`${file}: ${cause instanceof Error ? cause.message : "cannot be read"}`, { cause });
  }
}

/** One by one: a system has only so many files open at a time. */
async function loadAll(files: readonly string[], ports: Ports): Promise<Source[]> {
  const sources: Source[] = [];
  for (const file of files) sources.push(await load(file, ports));
  return sources;
}

const single = { scripts: [], whole: false };

const fromFolder = async (files: readonly string[], ports: Ports): Promise<Shop> => ({
  pages: await loadAll(
    files.filter((file) => /\.html?$/i.test(file)),
    ports,
  ),
  // That of the folder itself before those further below.
  manifests: await loadAll(
    files.filter(isManifest).sort((a, b) => a.length - b.length),
    ports,
  ),
  scripts: await loadAll(
    files.filter((file) => /\.m?js$/i.test(file)),
    ports,
  ),
  whole: true,
});

async function fromUrl(url: string, ports: Ports): Promise<Shop> {
  const page = await load(url, ports);
  const manifest = manifestOf(page.text);
  const manifests = manifest ? [await load(new URL(manifest, url).href, ports)] : [];
  return { ...single, pages: [page], manifests };
}

async function fromFile(file: string, ports: Ports): Promise<Shop> {
  if (/\.json$/i.test(file)) return { ...single, pages: [], manifests: [await load(file, ports)] };
  const beside = file.replace(/[^\\/]*$/, "heimspiel.json");
  // A page may do without a manifest.
  const manifests = await load(beside, ports).then(
    (source) => [source],
    () => [],
  );
  return { ...single, pages: [await load(file, ports)], manifests };
}

/**
 * What is to be checked at an address, in a folder, or in a file.
 * @throws Failure when something cannot be had
 */
export async function gatherShop(target: string, ports: Ports): Promise<Shop> {
  if (isUrl(target)) return fromUrl(target, ports);
  const files = await ports.listFolder(target);
  return files ? fromFolder(files, ports) : fromFile(target, ports);
}
