/** Runs in a page of 20 slots with 5 conditional variants each: decides and renders it, once, as a visitor's browser does. */
import { begin } from "../../sdk/src/client/begin.ts";
import { browserEnvironment } from "../../sdk/src/client/environment.ts";
import * as more from "../../sdk/src/client/more-stage.ts";
import { emptyMemory } from "../../sdk/src/decisions/index.ts";
import { manifest, now, profileOf } from "../decide/shop.mjs";

const log = (...problem) => {
  throw new Error(problem.join(" "));
};

/** Marks in the trace when it begins, when all slots are read, decided and rendered, and when they are laid out. */
export async function once() {
  const consent = { purposes: { personalization: "granted" }, policyVersion: "", source: "bench" };
  const stored = [consent, { profile: profileOf(50), memory: emptyMemory("seed") }];
  window.heimspielBoot = { read: Promise.resolve(stored), release: () => undefined };
  const environment = { ...browserEnvironment(window), clock: () => now, log };
  document.body.getBoundingClientRect();
  performance.mark("slots:begin");
  const view = begin({ manifest }, environment, () => Promise.resolve(more));
  await view.restored;
  await view.needed;
  performance.mark("slots:rendered");
  document.body.getBoundingClientRect();
  performance.mark("slots:laid-out");
  const personalized = document.querySelectorAll("[data-heim-state=personalized]").length;
  if (personalized < 19) log(`only ${personalized} slots are personalized`);
}
