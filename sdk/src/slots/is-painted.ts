/**
 * Whether an element has been painted where the visitor looks: then it stays as it is for this page view. The timeline's clock
 * is moved on by frames, unlike the browser's paint entries, which come up to two frames late.
 * @param since the timeline's time when the element was met, in ms: until the next frame it cannot have been painted
 */
export function isPainted(window: Window, element: Element, since: number): boolean {
  if (!((window.document.timeline.currentTime as number) > since)) return false;
  if (window.getComputedStyle(element).visibility === "hidden") return false;
  const { top, bottom } = element.getBoundingClientRect();
  return top < window.innerHeight && bottom > 0;
}
