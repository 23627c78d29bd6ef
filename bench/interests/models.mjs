/** Models that score categories: `see` takes one session, `scores` gives category → score at a time after it. */
import { build } from "esbuild";

const interests = new URL("../../sdk/src/interests/", import.meta.url).pathname;
const contents = `export { emptyProfile, expire, facts, fold } from "./index.js";
  export { rulesOf } from "./policy.js"; export { strength } from "./strength.js";`;
const { outputFiles } = await build({
  stdin: { contents, resolveDir: interests },
  ...{ bundle: true, format: "esm", write: false },
});
const { emptyProfile, expire, facts, fold, rulesOf, strength } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`
);

const idle = (at, now) => (now - at) / 86_400_000;

function count(events, weight) {
  const scores = new Map();
  for (const event of events)
    for (const c of event.categories) scores.set(c, (scores.get(c) ?? 0) + weight(event));
  return scores;
}

/** A model that looks at all past events. */
const ofPast = (scores) => () => {
  const past = [];
  return { see: (session) => past.push(...session), scores: (now) => scores(past, now) };
};

const folded = (policy, read) => () => {
  let profile = emptyProfile();
  return {
    see(session) {
      for (const { kind, categories, at, item } of session)
        profile = fold(profile, { kind, topics: categories, at, page: item }, at, policy);
    },
    // as a page does that opens
    scores: (now) => read(expire(profile, now, policy), now, policy),
  };
};

/** Ours by the strength, whatever the evidence, so that it ranks as many sessions as the others. */
export const ours = (policy) =>
  folded(policy, ({ topics }, now) => {
    const rules = rulesOf(policy);
    return new Map(Object.entries(topics).map(([id, topic]) => [id, strength(id, topic, now, rules)]));
  });

/** First category +10, a later click +5, a new category −1 for all earlier ones, five kept, halved at a session's end. */
function categoryAffinity() {
  let scores = new Map();
  const click = (c) => {
    const gain = scores.size === 0 ? 10 : 5;
    if (!scores.has(c)) for (const [key, value] of scores) scores.set(key, value - 1);
    scores.set(c, (scores.get(c) ?? 0) + gain);
    scores = new Map([...scores].sort((a, b) => b[1] - a[1]).slice(0, 5));
  };
  return {
    see(session) {
      for (const { categories } of session) categories.forEach(click);
      scores = new Map([...scores].map(([c, value]) => [c, value / 2]));
    },
    scores: () => scores,
  };
}

const windows = [
  [0, 3],
  [3, 17],
  [17, 62],
];

function consecutiveWindows(past, now) {
  const parts = windows.map(([from, to]) =>
    past.filter(({ at }) => idle(at, now) >= from && idle(at, now) < to),
  );
  return count(
    parts.flatMap((events) => events.map((event) => ({ ...event, share: 1 / events.length }))),
    ({ share }) => share,
  );
}

/** Cosine between categories over the users who saw both: item-kNN with all neighbours. */
function cosines(users) {
  const [seen, both] = [new Map(), new Map()];
  for (const sessions of users) {
    const mine = [...new Set(sessions.flat().flatMap(({ categories }) => categories))];
    for (const a of mine) {
      seen.set(a, (seen.get(a) ?? 0) + 1);
      const row = both.get(a) ?? both.set(a, new Map()).get(a);
      for (const b of mine) row.set(b, (row.get(b) ?? 0) + 1);
    }
  }
  return new Map(
    [...both].map(([a, row]) => [a, [...row].map(([b, n]) => [b, n / Math.sqrt(seen.get(a) * seen.get(b))])]),
  );
}

function itemKnn(users) {
  const near = cosines(users);
  return ofPast((past) => {
    const scores = new Map();
    for (const [a, n] of count(past, () => 1))
      for (const [b, cosine] of near.get(a) ?? []) scores.set(b, (scores.get(b) ?? 0) + n * cosine);
    return scores;
  });
}

/** The model with nothing to go by but the last 90 days, the time after which ours deletes what is not renewed. */
const forgetful = (model) => () => {
  const past = [];
  return {
    see: (session) => past.push(session),
    scores(now) {
      const { see, scores } = model();
      for (const session of past) {
        const kept = session.filter(({ at }) => idle(at, now) < 90);
        if (kept.length) see(kept);
      }
      return scores(now);
    },
  };
};

/** Ours by name, following the policy. */
export const oursBy = (policy) => ({
  heimspiel: ours(policy),
  "heimspiel, as conditions see it": folded(
    policy,
    (profile, now) => new Map(Object.entries(facts(profile, now, policy).interest)),
  ),
});

/** The others by name. Those that learn from others' sessions learn from `users`. */
export function others(users, memory) {
  const models = {
    "last category": ofPast(
      (past) => new Map(past.flatMap(({ categories, at }) => categories.map((c) => [c, at]))),
    ),
    "most frequent": ofPast((past) => count(past, () => 1)),
    "category affinity": categoryAffinity,
    "linear decay": ofPast((past, now) =>
      count(past, ({ at }) => 1 - Math.min(0.95, Math.max(0, (idle(at, now) - 1) / 30))),
    ),
    "windows 3, 17, 62": ofPast(consecutiveWindows),
    "item-kNN": itemKnn(users),
  };
  const limited = ([name, model]) => [name, memory === "90 days" ? forgetful(model) : model];
  return Object.fromEntries(Object.entries(models).map(limited));
}
