import type { Stop } from "../kernel/ports.js";

/**
 * Calls back once when at least half of an element has been in view or has been scrolled past.
 *
 * The observed area reaches far above the viewport. So "in view" and "past" are one rule, and a jump over the element (End
 * key, a link to an anchor below), which a plain viewport would not notice, counts too.
 * @example const stop = watchSeen(element, () => console.log("seen"));
 */
export function watchSeen(element: Element, onSeen: () => void): Stop {
  const observer = new IntersectionObserver(
    (entries) => {
      // Entering is reported below the threshold too.
      if (!entries.some(({ intersectionRatio }) => intersectionRatio >= 0.5)) return;
      observer.disconnect();
      onSeen();
    },
    { rootMargin: "1000000px 0px 0px", threshold: 0.5 },
  );
  observer.observe(element);
  return () => observer.disconnect();
}
