import { isNode, listOf, type Node as Fields } from "./json-ld.js";
import type { Item, Subject } from "./signal.js";
import { amount, filled, known, plain } from "./text.js";
import { facetsFrom } from "./thing.js";
import { categoryNames, chainTopic, mergeTopics, type Topic } from "./topic.js";

const mostItems = 200;

const levels = ["item_category", "item_category2", "item_category3", "item_category4", "item_category5"];

/** GA4's five levels, each a child of the one before; Universal Analytics wrote one path, "Sport/Hiking/Boots". */
function topicOf(fields: Fields): Topic | undefined {
  const names = levels.map((level) => plain(fields[level])).filter(Boolean);
  if (names.length === 0) return chainTopic(categoryNames(fields.category, /\s*[/>›»]\s*/));
  return chainTopic(names.length === 1 ? categoryNames(names[0]) : names);
}

const itemOf = (fields: Fields, currency: unknown): Item =>
  known<Item>({
    id: plain(fields.item_id ?? fields.id),
    name: plain(fields.item_name ?? fields.name),
    price: amount(fields.price),
    currency: plain(fields.currency ?? currency),
    quantity: amount(fields.quantity),
  });

const facetsOf = (fields: Fields): Record<string, string> | undefined =>
  facetsFrom({ brand: fields.item_brand ?? fields.brand, variant: fields.item_variant ?? fields.variant });

/**
 * What an event's items are about together: the topics of all (at most 200 items), item and facets only when there is
 * one item, for a list has no brand.
 */
export function subjectOf(items: unknown, currency: unknown): Subject {
  const all = listOf(items).slice(0, mostItems).filter(isNode);
  const [only, second] = all;
  const one = second ? undefined : only;
  return known<Subject>({
    topics: mergeTopics(all.map(topicOf)),
    item: one && filled(itemOf(one, currency)),
    facets: one && facetsOf(one),
  });
}
