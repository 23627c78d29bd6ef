/** What can be read of a page, by which readers. */
export type ReaderName =
  "attributes" | "jsonLd" | "microdata" | "openGraph" | "patterns" | "shopify" | "woocommerce";

/** What is listened to. The platforms are both: read, and listened to. */
export type SourceName =
  ReaderName | "dataLayer" | "dwell" | "scroll" | "clicks" | "search" | "forms" | "filters" | "likes";

const all: Readonly<Record<SourceName, true>> = {
  ...{ attributes: true, jsonLd: true, microdata: true, openGraph: true, patterns: true, shopify: true },
  ...{ woocommerce: true, dataLayer: true, dwell: true, scroll: true, clicks: true, search: true },
  ...{ forms: true, filters: true, likes: true },
};

/** All of them. */
export const sourceNames: readonly SourceName[] = Object.keys(all) as SourceName[];
