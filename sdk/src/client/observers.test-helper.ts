import { vi } from "vitest";

/** Every observer of the page that still observes, and the visitor's eyes. */
export interface Observers {
  /** Observers that have not been disconnected. */
  live(): number;
  /** The visitor sees an element, as far as it is watched. */
  see(element: Element): void;
}

/** Puts observers in the test's hand; `vi.unstubAllGlobals` takes them back. */
export function watchObservers(): Observers {
  const live = new Set<object>();
  const watched = new Map<object, { targets: Set<Element>; callback: IntersectionObserverCallback }>();
  const Mutations = globalThis.MutationObserver;
  vi.stubGlobal(
    "MutationObserver",
    class extends Mutations {
      override observe(target: Node, options?: MutationObserverInit): void {
        live.add(this);
        super.observe(target, options);
      }
      override disconnect(): void {
        live.delete(this);
        super.disconnect();
      }
    },
  );
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(callback: IntersectionObserverCallback) {
        watched.set(this, { targets: new Set(), callback });
      }
      observe(target: Element): void {
        live.add(this);
        watched.get(this)?.targets.add(target);
      }
      disconnect(): void {
        live.delete(this);
        watched.get(this)?.targets.clear();
      }
    },
  );
  return {
    live: () => live.size,
    see(element) {
      for (const [observer, { targets, callback }] of watched) {
        const entry = { target: element, intersectionRatio: 1, isIntersecting: true };
        if (targets.has(element))
          callback([entry as unknown as IntersectionObserverEntry], observer as IntersectionObserver);
      }
    },
  };
}
