/** A page of 20 slots with 5 conditional variants each, decided for the first time: nothing is warm. */
import { bundle } from "../browser.mjs";

const { slots } = await import(
  `data:text/javascript,${encodeURIComponent(await bundle("decide/shop.mjs", "esm"))}`
);
/** Each slot's last, so that none is left out of the rendering but the one that tact leaves alone. */
const always = "visit.count >= 1";
const variantOf = (when, v) =>
  `<template data-heim-variant="v${v}" data-heim-when="${when}"><p>Variant ${v}</p></template>`;
const slotOf = (conditions, i) =>
  `<section data-heim-slot="slot-${i}"><p>Default of slot ${i}</p>${[...conditions.slice(1), always].map(variantOf).join("\n")}</section>`;

// below the fold, where a slot that has been painted may still change
const style = "<style>header { height: 200vh }</style><header></header>";

/** What the server answers, by path. */
export const files = {
  "/many-slots": `<!doctype html><meta charset="utf-8"><title>Shop</title>${style}
${slots.map(slotOf).join("\n")}<script src="/many-slots.js"></script>`,
  "/many-slots.js": await bundle("frames/page.mjs"),
};

/** @returns processor time of the main thread in ms, of one load of the page */
export async function decideOnce(context, url) {
  const browser = context.browser();
  const tab = await context.newPage();
  await tab.goto(`${url}/many-slots`);
  await browser.startTracing(tab, { categories: ["blink.user_timing"] });
  await tab.evaluate(() => globalThis.bench.once());
  const { traceEvents } = JSON.parse(String(await browser.stopTracing()));
  await tab.close();
  const [start, rendered, end] = ["begin", "rendered", "laid-out"].map(
    (mark) => traceEvents.find(({ name }) => name === `slots:${mark}`).tts / 1000,
  );
  return { rendered: rendered - start, "laid out": end - rendered };
}
