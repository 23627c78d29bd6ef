/**
 * How well the interest model ranks the categories of a visitor's next session, against simpler models; see README.md.
 * Run: `node bench/interests/run.mjs [part of a data set's name] ['{"halfLifeDays":30}']`
 */
import { dataSets, sessionsOf } from "./data.mjs";
import { interval, mean, measure } from "./metrics.mjs";
import { others, oursBy } from "./models.mjs";

const folds = 3;
const [wanted = "", policy = "{}"] = process.argv.slice(2);
const digits = (value) => value.toFixed(3);
const range = (values) => interval(values).map(digits).join(" … ");

/** Model → every user's metrics. Models learn from the users who are not being measured. */
function compare(users, memory) {
  const results = {};
  for (let part = 0; part < folds; part += 1) {
    const known = users.filter((_, i) => i % folds !== part);
    const measured = users.filter((_, i) => i % folds === part);
    for (const [name, model] of Object.entries({ ...oursBy(JSON.parse(policy)), ...others(known, memory) }))
      (results[name] ??= []).push(...measured.map((sessions) => measure(model, sessions)));
  }
  return results;
}

function report(results) {
  const ours = results.heimspiel;
  const row = (list) => {
    const means = Object.keys(ours[0]).map((metric) => [
      metric,
      digits(mean(list.map((one) => one[metric]))),
    ]);
    const ahead = ours.map((one, i) => one["MRR@5"] - list[i]["MRR@5"]);
    return { ...Object.fromEntries(means), "ours ahead in MRR@5, 95 %": list === ours ? "" : range(ahead) };
  };
  return Object.fromEntries(Object.entries(results).map(([name, list]) => [name, row(list)]));
}

for (const [name, load] of Object.entries(dataSets).filter(([key]) => key.includes(wanted))) {
  const events = await load();
  if (!events) {
    console.log(`${name}: skipped, no data; README.md says where to get it\n`);
    continue;
  }
  const users = sessionsOf(events);
  const sessions = users.reduce((sum, list) => sum + list.length, 0);
  console.log(`${name}: ${users.length} users, ${sessions} sessions, ${users.flat(2).length} events`);
  for (const memory of ["all of the past", "90 days"]) {
    console.log(`The others remember ${memory}:`);
    console.table(report(compare(users, memory)));
  }
}
