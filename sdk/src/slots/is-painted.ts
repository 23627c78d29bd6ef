/** Whether an element has been painted where the visitor looks: then it stays as it is for this page view. */
export function isPainted(window: Window, element: Element): boolean {
  // Asked first, since before the first paint there is no layout yet to be measured.
  if (!window.performance.getEntriesByType("paint")[0]) return false;
  const { top, bottom } = element.getBoundingClientRect();
  return top < window.innerHeight && bottom > 0 && window.getComputedStyle(element).visibility !== "hidden";
}
