/** Mean metrics of one user's sessions, each predicted from those before it. */
export function measure(model, sessions) {
  const { see, scores } = model();
  const total = { "hit@1": 0, "hit@3": 0, "hit@5": 0, "MRR@5": 0, "first@1": 0 };
  sessions.forEach((session, index) => {
    if (index) add(total, rank(scores(session[0].at)), session);
    see(session);
  });
  return Object.fromEntries(Object.entries(total).map(([name, sum]) => [name, sum / (sessions.length - 1)]));
}

function add(total, list, session) {
  const wanted = new Set(session.flatMap(({ categories }) => categories));
  const place = list.findIndex((c) => wanted.has(c)) + 1;
  for (const k of [1, 3, 5]) total[`hit@${k}`] += place > 0 && place <= k ? 1 : 0;
  total["MRR@5"] += place > 0 ? 1 / place : 0;
  total["first@1"] += session[0].categories.includes(list[0]) ? 1 : 0;
}

/** The five best categories. */
const rank = (scores) =>
  [...scores]
    .filter(([, score]) => score > 0)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 5)
    .map(([c]) => c);

export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** 95 % interval of the mean: percentiles of 1000 means of as many values drawn with replacement. */
export function interval(values, seed = 1) {
  let state = seed;
  const below = (n) => (state = (state * 48_271) % 2_147_483_647) % n;
  const means = Array.from({ length: 1000 }, () => mean(values.map(() => values[below(values.length)])));
  means.sort((a, b) => a - b);
  return [means[25], means[974]];
}
