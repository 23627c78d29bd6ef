import { isOn, type PageFacts, type ReadOptions } from "./page-facts.js";
import { slug } from "./slug.js";
import { amount, known, plain } from "./text.js";
import { chainTopic, type Topic } from "./topic.js";

const mostTags = 20;

/** The values of a page's `<meta>` by property or name. */
const metasOf = (document: Document, name: string): string[] =>
  [...document.querySelectorAll(`meta[property="${name}"],meta[name="${name}"]`)]
    .slice(0, mostTags)
    .map((meta) => plain(meta.getAttribute("content")));

/** Sections and tags of an article, the category of a product. https://ogp.me */
export function openGraphTopics(document: Document): Topic[] {
  const [category = ""] = metasOf(document, "product:category");
  const topics = chainTopic(category.split(/[>›»]/));
  for (const section of metasOf(document, "article:section")) topics.push(...chainTopic([section]));
  for (const tag of metasOf(document, "article:tag")) topics.push(...chainTopic([tag], 0.5));
  return topics;
}

/**
 * The type of a page by Open Graph. Many shops call every page an article; a true one has a time of publication.
 * https://ogp.me/#types
 */
const typeOf = (document: Document): string | undefined =>
  /product(\.item)?$/.test(metasOf(document, "og:type")[0] ?? "")
    ? "product"
    : metasOf(document, "article:published_time")[0] && "article";

/** The page's type, and the product of a page whose structured data names none: its price makes it one. */
export function* readOpenGraph(
  document: Document,
  facts: PageFacts,
  options: ReadOptions,
): Generator<unknown, void> {
  const meta = (name: string): string => metasOf(document, name)[0] ?? "";
  const price = amount(meta("product:price:amount"));
  if (facts.shown[0] || !isOn("openGraph", options)) return;
  facts.og = typeOf(document);
  if (price === undefined) return;
  const [id, name] = [meta("product:retailer_item_id"), meta("og:title")];
  yield (facts.item = known({ id, name, price, currency: meta("product:price:currency") }));
  const facets = { brand: slug(meta("product:brand")), color: slug(meta("product:color")) };
  facts.facets = { ...known(facets), ...facts.facets };
}

/**
 * Keywords, the last resort: most shops have the same ones on every page, and "Magento, Varien" on none they thought of.
 * So only those count that the page's own title or heading repeats.
 */
export function keywordTopics(document: Document): Topic[] {
  const heading = document.querySelector("h1")?.textContent ?? "";
  const own = `-${slug(document.title)}-${slug(heading)}-`;
  const words = metasOf(document, "keywords").flatMap((list) => list.split(","));
  return words
    .slice(0, mostTags)
    .flatMap((word) => (own.includes(`-${slug(word)}-`) ? chainTopic([word], 0.5) : []));
}
