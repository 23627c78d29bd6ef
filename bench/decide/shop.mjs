/** A made-up shop: ten families of a topic and its four children, 20 slots of 5 conditional variants, and a visitor. */
import { emptyProfile, fold, turnPage } from "../../sdk/src/interests/index.ts";

const minute = 60_000;
const day = 1440 * minute;
export const now = Date.UTC(2026, 5, 1, 12);

const family = (i) => i - (i % 5);
const topic = (i) => `topic-${i % 50}`;
const topics = Array.from({ length: 50 }, (_, i) => ({
  id: topic(i),
  ...(i % 5 && { parents: [topic(family(i))] }),
}));

export const manifest = {
  topics,
  complements: Object.fromEntries(
    topics.map(({ id }, i) => [id, { [topic(i + 7)]: 0.6, [topic(i + 13)]: 0.3 }]),
  ),
  personas: {
    outdoor: "interest.topic-5 >= 0.6 and interest.topic-10 >= 0.3",
    thrifty: "facet.price.low > 0.4 or campaign = sale",
  },
  // as many as there are, so that a signal may change them all
  tact: { dose: 20 },
};

/** What the manifest's topics and complements mean for the model. */
const policy = {
  topics: Object.fromEntries(topics.map((entry) => [entry.id, entry])),
  complements: manifest.complements,
};

const conditions = [
  (i) => `interest.${topic(i)} >= 0.85 and not bought.${topic(i)} <= 30`,
  (i) => `top in (${topic(i)}, ${topic(i + 1)}, ${topic(i + 2)})`,
  (i) => `page.path ~ '^/${topic(i)}/' or rising = ${topic(i)}`,
  (i) => `need.${topic(i)} > 0.2 and interest.${topic(i + 1)} < 0.5`,
  (i) => `visit.count >= 3 and (interest.${topic(i)} >= 0.9 or interest.${topic(i + 3)} >= 0.9)`,
  (i) => `persona = outdoor and top2 in (${topic(i)}, ${topic(i + 5)})`,
  (i) => `facet.brand.brand-${i % 4} >= 0.5 and interest.${topic(i)} >= 0.7`,
  (i) => `bought.${topic(i)} and visit.days-since >= 5`,
  (i) => `device.mobile = true and interest.${topic(i)} >= 0.5`,
  (i) => `declared.size = '4${i % 10}' and time.hour >= 6 and not (interest.${topic(i)} < 0.3)`,
];

/** Conditions of each slot's variants, in their order. */
export const slots = Array.from({ length: 20 }, (_, slot) =>
  Array.from({ length: 5 }, (_, variant) =>
    conditions[(slot + 2 * variant + Math.floor(slot / 10)) % 10](slot * 7 + variant * 3),
  ),
);

/** A visitor of three visits who has shown interest in the first `count` topics. */
export function profileOf(count) {
  let profile = emptyProfile();
  for (const [visit, at] of [now - 20 * day, now - 6 * day, now - 20 * minute].entries()) {
    profile = turnPage(profile, at);
    for (let i = 0; i < count; i += 1) {
      const kind = visit === 0 && i % 10 === 3 ? "purchase" : i % 6 === visit ? "cart" : "view";
      const facets = { brand: `brand-${i % 4}`, price: i % 3 ? "low" : "high" };
      const signal = { kind, topics: [topic(i)], facets, at: at + i * 1000, page: `/${visit}/${i}` };
      if ((i + visit) % 4) profile = fold(profile, signal, signal.at, policy);
    }
  }
  return fold(
    profile,
    { kind: "declare", topics: [], name: "size", value: "42", at: now - minute },
    now,
    policy,
  );
}

const kinds = ["view", "dwell", "list", "select", "scroll", "search", "filter", "like", "cart"];

/** Signals about the first `count` topics. */
export const signalsOf = (count) =>
  Array.from({ length: 50 }, (_, i) => ({ kind: kinds[i % 9], topics: [topic((i * 11) % count)] }));
