/**
 * Whether other numbers of the model would rank better, without being chosen on the users they are reported on: of each
 * third of the users, by the numbers that did best on the other two thirds. κ does not appear, as it changes no order.
 * Run: `node bench/interests/tune.mjs [part of a data set's name] [expiryDays]`
 */
import { dataSets, sessionsOf } from "./data.mjs";
import { interval, mean, measure } from "./metrics.mjs";
import { ours } from "./models.mjs";

const folds = 3;
const [wanted = "", expiryDays = "90"] = process.argv.slice(2);
const grid = [7, 14, 30, 60, 120, 240].flatMap((halfLifeDays) =>
  [0, 0.5, 1].flatMap((visitShare) =>
    (visitShare ? [30, 240, 1440] : [30]).map((visitHalfLifeMinutes) => ({
      halfLifeDays,
      visitShare,
      visitHalfLifeMinutes,
    })),
  ),
);
const presets = { halfLifeDays: 14, visitShare: 0.5, visitHalfLifeMinutes: 30 };

for (const [name, load] of Object.entries(dataSets).filter(([key]) => key.includes(wanted))) {
  const events = await load();
  if (!events) continue;
  const users = sessionsOf(events);
  const value = (policy) => {
    const model = ours({ ...policy, expiryDays: Number(expiryDays) });
    return users.map((sessions) => measure(model, sessions)["MRR@5"]);
  };
  const all = grid.map((policy) => ({ policy, values: value(policy) }));
  const before = value(presets);
  const gains = [];
  for (let part = 0; part < folds; part += 1) {
    const known = (_, i) => i % folds !== part;
    const best = all.reduce((a, b) => (mean(b.values.filter(known)) > mean(a.values.filter(known)) ? b : a));
    console.log(`${name}: best on the other two thirds ${JSON.stringify(best.policy)}`);
    users.forEach((_, i) => i % folds === part && gains.push(best.values[i] - before[i]));
  }
  console.log(
    `  gain in MRR@5 on users not chosen on: ${mean(gains).toFixed(4)}, 95 % ${interval(gains)
      .map((x) => x.toFixed(4))
      .join(" … ")}`,
  );
  for (const { policy, values } of all.filter(
    ({ policy }) => policy.visitShare === 0.5 && policy.visitHalfLifeMinutes === 30,
  ))
    console.log(`  half-life ${policy.halfLifeDays} d: MRR@5 ${mean(values).toFixed(4)}`);
}
