/** What can be read of a page, by which readers. */
export type ReaderName =
  "attributes" | "jsonLd" | "microdata" | "openGraph" | "patterns" | "shopify" | "woocommerce";

/** What is listened to. The platforms are both: read, and listened to. */
export type SourceName =
  ReaderName | "dataLayer" | "dwell" | "scroll" | "clicks" | "search" | "forms" | "filters" | "likes";
