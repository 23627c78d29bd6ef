/** How the topics that were found agree with labels.json; the rules are those of sdk/src/signals/pages.test.ts. */
import { bundle } from "../browser.mjs";

const { slug } = await import(
  `data:text/javascript,${encodeURIComponent(await bundle("../sdk/src/signals/slug.ts", "esm"))}`
);

const thing =
  /("@type"\s*:\s*"|itemscope[^>]+itemtype="[^"]*\/)(\w*Article|Recipe|Product|ProductGroup|Event|Review)"/i;

/** Whether JSON-LD or microdata names a thing; the few other pages have nothing, or a block without a type. */
export const carriesData = (html) => thing.test(html);

export const topicsOf = (signals) =>
  signals.filter(({ kind }) => kind === "view").flatMap(({ topics }) => topics);

const wordsOf = ({ category = "", cuisine = "", keywords = [] }) =>
  [...category.split(","), ...cuisine.split(","), ...keywords].map(slug).filter(Boolean);

/** Precision: topics that are words of the label. Recall: words that are topics or their ancestors. */
export function agreement(signalsByName, labels) {
  let [right, told, hit, wanted] = [0, 0, 0, 0];
  for (const [name, label] of Object.entries(labels)) {
    const words = wordsOf(label);
    if (words.length === 0) continue;
    const topics = topicsOf(signalsByName[`${name}.html`]);
    const all = topics.flatMap(({ id, parents = [] }) => [id, ...parents]);
    right += topics.filter(({ id }) => words.includes(id)).length;
    told += topics.length;
    hit += words.filter((word) => all.includes(word)).length;
    wanted += words.length;
  }
  return { precision: right / told, recall: hit / wanted };
}
