const nowhere = "https://page.invalid";

/** The path of an address without its trailing slash, `""` for the root; undefined when it is no address. */
export function pathOf(url: unknown, base: string = nowhere): string | undefined {
  try {
    return typeof url === "string" && url ? new URL(url, base).pathname.replace(/\/+$/, "") : undefined;
  } catch {
    // Survived: foreign text that is no address has no path to compare.
    return undefined;
  }
}

/** The page's address: as given, as the browser says, or, for a saved page, its canonical link. */
export function addressOf(document: Document, given?: string): string {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute("href");
  const url = [given, document.location.href, canonical].find((link) => link && /^(http|\/)/.test(link));
  return new URL(url ?? "", nowhere).href;
}
