/**
 * How well the interest model ranks the categories of a visitor's next session, against simpler models. The sessions are
 * SYNTHETIC: nobody's behaviour, made by the process described at `visitor`. They show whether the model holds what it is
 * made for; they are no evidence of how well it does in a shop.
 * Run: `node bench/interests/run.mjs [visitors] [seed]`
 */
import { build } from "esbuild";

const source = new URL("../../sdk/src/interests/index.ts", import.meta.url).pathname;
const { outputFiles } = await build({ entryPoints: [source], bundle: true, format: "esm", write: false });
const { emptyProfile, fold } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`
);

const [visitors = 300, seed = 1] = process.argv.slice(2).map(Number);
const day = 86_400_000;
const begin = Date.UTC(2026, 0, 1);
const categories = Array.from({ length: 30 }, (_, i) => `c${i}`);
let state = seed;
const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
const below = (n) => Math.floor(random() * n);

/**
 * One visitor's sessions: two lasting tastes, one passing interest that changes every five sessions on average, and noise
 * (5 : 3 : 2). Sessions are 2 to 8 views, with gaps of 1 to 20 days.
 */
function visitor() {
  const tastes = [below(30), below(30)];
  let passing = below(30);
  let at = begin;
  return Array.from({ length: 12 }, () => {
    at += (1 + below(20)) * day;
    if (random() < 0.2) passing = below(30);
    return Array.from({ length: 2 + below(7) }, (_, i) => {
      const r = random();
      const c = r < 0.5 ? tastes[below(2)] : r < 0.8 ? passing : below(30);
      return { c: categories[c], at: at + i * 60_000 };
    });
  });
}

const count = (views, weight) => {
  const scores = new Map();
  for (const view of views) scores.set(view.c, (scores.get(view.c) ?? 0) + weight(view));
  return scores;
};
const idle = (at, now) => (now - at) / day;

/** Each gives a score to categories, from past sessions and the time of the next. */
const models = {
  heimspiel(past, now) {
    let profile = emptyProfile();
    let page = 0;
    for (const { c, at } of past.flat())
      profile = fold(profile, { kind: "view", topics: [c], at, page: String(page++) }, at);
    // by the strength without the evidence threshold, so that all rank the same number of sessions
    const scores = Object.entries(profile.topics).map(([c, { score, visit, at }]) => [
      c,
      score * 2 ** (-idle(at, now) / 14) + 0.5 * visit * 2 ** (-idle(at, now) * 48),
    ]);
    return new Map(scores);
  },
  "last category": (past) => new Map(past.flat().map(({ c, at }) => [c, at])),
  "most frequent": (past) => count(past.flat(), () => 1),
  // first category +10, a later click +5, a new category −1 for all earlier ones, five kept, halved at a session's end
  "category affinity"(past) {
    let scores = new Map();
    for (const session of past) {
      for (const { c } of session) {
        if (!scores.has(c)) for (const [key, value] of scores) scores.set(key, value - 1);
        scores.set(c, (scores.get(c) ?? 0) + (scores.size === 0 ? 10 : 5));
        scores = new Map([...scores].sort((a, b) => b[1] - a[1]).slice(0, 5));
      }
      scores = new Map([...scores].map(([c, value]) => [c, value / 2]));
    }
    return scores;
  },
  "linear decay": (past, now) =>
    count(past.flat(), ({ at }) => 1 - Math.min(0.95, Math.max(0, (idle(at, now) - 1) / 30))),
  "windows 3, 17, 62": (past, now) => {
    const windows = [
      [0, 3],
      [3, 17],
      [17, 62],
    ].map(([from, to]) => {
      const views = past.flat().filter(({ at }) => idle(at, now) >= from && idle(at, now) < to);
      return count(views, () => 1 / views.length);
    });
    return new Map(categories.map((c) => [c, windows.reduce((sum, one) => sum + (one.get(c) ?? 0), 0)]));
  },
};

const rank = (scores) =>
  [...scores]
    .filter(([, s]) => s > 0)
    .sort((a, b) => b[1] - a[1])
    .map(([c]) => c);
const totals = Object.fromEntries(
  Object.keys(models).map((name) => [name, { n: 0, 1: 0, 3: 0, 5: 0, rank: 0, start: 0 }]),
);
for (let v = 0; v < visitors; v += 1) {
  const sessions = visitor();
  for (let next = 3; next < sessions.length; next += 1) {
    const wanted = new Set(sessions[next].map(({ c }) => c));
    for (const [name, model] of Object.entries(models)) {
      const list = rank(model(sessions.slice(0, next), sessions[next][0].at)).slice(0, 5);
      const at = list.findIndex((c) => wanted.has(c));
      const total = totals[name];
      total.n += 1;
      for (const k of [1, 3, 5]) total[k] += at >= 0 && at < k ? 1 : 0;
      total.rank += at >= 0 ? 1 / (at + 1) : 0;
      total.start += list[0] === sessions[next][0].c ? 1 : 0;
    }
  }
}
console.log(`SYNTHETIC sessions: ${visitors} visitors, seed ${seed}; no claim about any shop`);
console.table(
  Object.fromEntries(
    Object.entries(totals).map(([name, { n, start, rank: reciprocal, ...hits }]) => [
      name,
      {
        ...Object.fromEntries([1, 3, 5].map((k) => [`hit@${k}`, (hits[k] / n).toFixed(3)])),
        "MRR@5": (reciprocal / n).toFixed(3),
        "first view@1": (start / n).toFixed(3),
      },
    ]),
  ),
);
