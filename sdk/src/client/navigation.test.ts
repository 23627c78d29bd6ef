// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { watchNavigation } from "./navigation.js";

beforeEach(() => {
  history.replaceState(null, "", "/start?q=tents");
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const after = (go: () => void): number => {
  const turned = vi.fn();
  const stop = watchNavigation(window, turned);
  go();
  stop();
  return turned.mock.calls.length;
};

describe("without the Navigation API", () => {
  const { pushState, replaceState } = history;

  test.each([
    ["another path", 1, () => pushTo("/boots")],
    ["another path in place", 1, () => replaceBy("/boots")],
    ["another query", 1, () => pushTo("/start?q=boots")],
    ["a query tidied up in place", 0, () => replaceBy("/start")],
    ["a hash", 0, () => pushTo("#below")],
    ["the same address", 0, () => pushTo("/start?q=tents")],
  ])("%s", (_, times, go) => {
    expect(after(go)).toBe(times);
  });

  const pushTo = (url: string): void => history.pushState(null, "", url);
  const replaceBy = (url: string): void => history.replaceState(null, "", url);

  test("every page is told", () => {
    expect(
      after(() => {
        pushTo("/boots");
        pushTo("/axes");
      }),
    ).toBe(2);
  });

  test("back and forward are told by popstate", () => {
    expect(
      after(() => {
        // Past the wrapped functions, as the browser does it.
        History.prototype.replaceState.call(history, null, "", "/back");
        window.dispatchEvent(new Event("popstate"));
      }),
    ).toBe(1);
  });

  test("the page's own functions are put back, and whoever wrapped ours keeps working", () => {
    after(() => undefined);
    expect(history.pushState).toBe(pushState);
    expect(history.replaceState).toBe(replaceState);
    const turned = vi.fn();
    const stop = watchNavigation(window, turned);
    const ours = history.pushState;
    history.pushState = (...args) => {
      ours.apply(history, args);
    };
    stop();
    pushTo("/boots");
    expect(location.pathname).toBe("/boots");
    expect(turned).not.toHaveBeenCalled();
    history.pushState = pushState;
  });
});

describe("with the Navigation API", () => {
  const change = (navigation: EventTarget, url: string, navigationType: string): void => {
    History.prototype.replaceState.call(history, null, "", url);
    navigation.dispatchEvent(Object.assign(new Event("currententrychange"), { navigationType }));
  };

  test.each([
    ["push", "/boots", 1],
    ["traverse", "/start", 1],
    ["replace", "/boots", 1],
    ["replace", "/start", 0],
    ["push", "/start?q=tents#below", 0],
  ])("%s %s", (type, url, times) => {
    const navigation = new EventTarget();
    vi.stubGlobal("navigation", navigation);
    const { pushState } = history;
    expect(
      after(() => {
        change(navigation, url, type);
        expect(history.pushState).toBe(pushState);
      }),
    ).toBe(times);
    expect(after(() => undefined)).toBe(0);
  });
});
