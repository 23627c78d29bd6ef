// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { begin } from "./begin.js";
import type { Stages } from "./core.js";
import { createCore } from "./create-core.js";
import { loadMore } from "./more.test-helper.js";

const environment = { window, clock: () => 1, random: () => 1, log: () => undefined };

test("until the machine has heard the record, the record's own word stands, but for a denial", () => {
  const view = begin({ consent: "strict" }, environment, loadMore);
  view.granted = () => true;
  const core = createCore(view, {} as Stages);
  expect(core.consent.get().personalization).toBe("unknown");
  expect(core.granted()).toBe(true);
  core.consent.set({ personalization: "denied" });
  expect(core.granted()).toBe(false);
  core.stop();
});

test("from then on the machine's word alone counts", () => {
  const view = begin({ consent: "strict" }, environment, loadMore);
  view.granted = () => true;
  const core = createCore(view, {} as Stages);
  core.judged = true;
  expect(core.granted()).toBe(false);
  core.consent.set({ personalization: "granted" });
  expect(core.granted()).toBe(true);
  core.stop();
});
