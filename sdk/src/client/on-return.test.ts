// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { onReturn } from "./on-return.js";
import { turn, watchListeners } from "./page.test-helper.js";

const pageshow = (persisted: boolean): boolean =>
  window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted }));

test("a page that comes back is told so: from another tab, or out of the back/forward cache", () => {
  const back = vi.fn();
  const listeners = watchListeners(window, document);
  const stop = onReturn(window, back);
  turn(document, "hidden");
  pageshow(false);
  expect(back).not.toHaveBeenCalled();
  turn(document, "visible");
  expect(back).toHaveBeenCalledTimes(1);
  pageshow(true);
  expect(back).toHaveBeenCalledTimes(2);
  stop();
  expect(listeners.count()).toBe(0);
  turn(document, "visible");
  pageshow(true);
  expect(back).toHaveBeenCalledTimes(2);
});
