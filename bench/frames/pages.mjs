/** One page in several ways: without a script, with Heimspiel, with GrowthBook. It has three slots in sight and one below. */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const root = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");
const growthBook = (file) => `node_modules/@growthbook/growthbook/dist/bundles/${file}.min.js`;
/** What such a page view loads; asking for another would show in the failures of a run. */
const stages = [
  "heimspiel",
  "client",
  "consent",
  "manifest",
  "store",
  "observe",
  "learn",
  "visitor",
  "report",
  "why",
];

/** What the pages load, by path. */
export const scripts = Object.fromEntries([
  ...stages.map((name) => [`/${name}.js`, read(`sdk/dist/${name}.js`)]),
  ...["auto", "index"].map((name) => [`/growthbook-${name}.js`, read(growthBook(name))]),
]);
const boot = read("sdk/dist/boot.js");

const gzipped = (...texts) => texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);
const at = (names) => names.map((name) => scripts[`/${name}.js`]);
/** What a page view of a returning visitor loads. */
export const bytes = {
  boot: gzipped(boot),
  "until decided": gzipped(boot, ...at(["heimspiel"])),
  "all stages": gzipped(boot, ...at(stages)),
  "GrowthBook async": gzipped(...at(["growthbook-auto"])),
  "GrowthBook in head": gzipped(...at(["growthbook-index"])),
};

const slots = [1, 2, 3];
const content = (name, slot) =>
  `<div class="${name}"><h2 elementtiming="${name}-${slot}">The ${name} of slot ${slot}</h2></div>`;

/** What GrowthBook swaps: the same slots, on a condition like ours. */
const experiments = slots.map((slot) => ({
  ...{ key: `slot-${slot}`, changeId: `change-${slot}`, status: "running", weights: [0, 1] },
  condition: { interest: { $gte: 0.2 } },
  urlPatterns: [{ include: true, type: "simple", pattern: "*" }],
  variations: [
    {},
    {
      domMutations: [
        { selector: `#slot-${slot}`, action: "set", attribute: "html", value: content("variant", slot) },
      ],
    },
  ],
}));
const attributes = JSON.stringify({ id: "visitor", interest: 0.9 });
const payload = JSON.stringify({ features: {}, experiments });

const heimspiel =
  '<script async src="/heimspiel.js" data-consent="manual" data-manifest="/heimspiel.json" data-site="bench" data-collector="/heim"></script>';

/** What each way puts at the top of `<head>`. */
export const heads = {
  static: "",
  boot: `<script>${boot}</script>${heimspiel}`,
  "no boot": heimspiel,
  "GrowthBook async": `<script>window.growthbook_config={attributes:${attributes},payload:${payload},noStreaming:true}</script>
<script async src="/growthbook-auto.js" data-no-auto-cookies="true" data-tracking="none"></script>`,
  "GrowthBook in head": `<script src="/growthbook-index.js"></script>
<script>new growthbook.GrowthBook({attributes:${attributes}}).initSync({payload:${payload}})</script>`,
};

/** No style sheet has to be fetched: nothing but what is measured holds the first paint. */
const style = `<style>
body { margin: 0; font: 16px sans-serif }
[data-heim-slot] { height: 190px; margin: 8px 0; overflow: hidden }
.default, .variant { height: 190px; background: #f00 }
.variant { background: #0a0 }
</style>`;

const slotOf = (slot) => `<section id="slot-${slot}" data-heim-slot="slot-${slot}">
${content("default", slot)}
<template data-heim-variant="other" data-heim-when="interest.sailing >= 0.2"><p>Never</p></template>
<template data-heim-variant="variant" data-heim-when="interest.hiking >= 0.2">${content("variant", slot)}</template>
</section>`;

/** Tact leaves one slot of a page alone. */
const alone = '<section data-heim-slot="slot-4"><p>Below the fold</p></section>';

/**
 * The parts in which a page is sent: its head; one slot and half of the next; the rest.
 * @param elements how many there are besides, all below the fold
 */
export function partsOf({ head, elements }) {
  const [first, second, third] = slots.map(slotOf);
  const cut = second.indexOf("<template");
  const rest = Array.from({ length: elements / 2 }, (_, i) => `<div><p>Product ${i}</p></div>`);
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8">${heads[head]}<title>Shop</title>${style}</head>\n`,
    `<body><p>Welcome</p>\n${first}\n${second.slice(0, cut)}`,
    `${second.slice(cut)}\n${third}\n${alone}\n${rest.join("\n")}</body></html>`,
  ];
}
