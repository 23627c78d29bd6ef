import type { SourcePorts } from "./ports.js";
import type { SignalKind, Subject } from "./signal.js";

/** So long the page's own dataLayer is waited for. */
const waitMs = 500;
/** What was told so long ago is of another click. */
const recentMs = 3000;

/** Tells what a platform says, about the page where nothing is given, unless the dataLayer tells of the same click. */
export function tellUnlessTold(
  { clock, end, guard, heard, tell, tellOfPage }: SourcePorts,
  kind: SignalKind,
  about?: Subject,
): void {
  const timer = setTimeout(() => {
    if (clock() - (heard[kind] ?? -Infinity) < recentMs) return;
    guard(() => (about ? tell({ ...about, kind }) : tellOfPage(kind)));
  }, waitMs);
  end.addEventListener("abort", () => clearTimeout(timer));
}
