import type { Maker } from "./parts.js";

/** Hands a file to the visitor; its address is of this page alone, and ends with it. */
export function download(make: Maker, name: string, file: Blob): void {
  const href = URL.createObjectURL(file);
  make("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href));
}
