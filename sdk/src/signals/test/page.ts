import { Window as HappyWindow } from "happy-dom";

/** A parsed page in its own window; scripts do not run. */
export function pageOf(
  html: string,
  url = "https://shop.example/p/42",
): { window: Window; document: Document } {
  const window = new HappyWindow({ url, settings: { navigation: { disableMainFrameNavigation: true } } });
  window.document.write(html);
  return { window: window as unknown as Window, document: window.document as unknown as Document };
}

/** A page whose head holds the blocks as JSON-LD. */
export const jsonLdPage = (...blocks: readonly unknown[]): string =>
  blocks.map((block) => `<script type="application/ld+json">${JSON.stringify(block)}</script>`).join("");

/** A trail of named links below the shop's root. */
export const trail = (...names: readonly string[]): object => ({
  "@type": "BreadcrumbList",
  itemListElement: names.map((name, index) => ({
    "@type": "ListItem",
    position: index + 1,
    name,
    item: index === 0 ? "https://shop.example/" : `https://shop.example/${encodeURIComponent(name)}/`,
  })),
});
