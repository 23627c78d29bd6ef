/**
 * Data sets as events `{ user, at, categories, item, kind }`, `at` in ms since 1970. `parse…` functions are pure; of the
 * loaders below, each gives events or undefined where its files are absent. No data is kept in this repository.
 */
import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { synthetic } from "./synthetic.mjs";

const folder = process.env.BENCH_DATA ?? new URL("data", import.meta.url).pathname;

/** One line of comma-separated values, with quotes. */
export const fields = (line) =>
  [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, field]) =>
    field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field,
  );

/** https://files.grouplens.org/datasets/movielens/ml-latest-small-README.html: a rating stands for a view, its genres for topics. */
export function parseMovieLens(ratings, movies) {
  const genres = new Map(movies.map(fields).map(([id, , list]) => [id, list.split("|")]));
  return ratings.map(fields).map(([user, item, , seconds]) => ({
    ...{ user, item, at: Number(seconds) * 1000, kind: "view" },
    categories: genres.get(item) ?? [],
  }));
}

const retailKinds = { view: "view", addtocart: "cart", transaction: "purchase" };

/** https://www.kaggle.com/datasets/retailrocket/ecommerce-dataset: `categories` maps an item to its latest category. */
export const parseRetailrocket = (events, categories) =>
  events.map(fields).flatMap(([at, user, event, item]) => {
    const category = categories.get(item);
    return category ? [{ user, item, at: Number(at), kind: retailKinds[event], categories: [category] }] : [];
  });

async function* lines(...names) {
  for (const name of names) {
    let header = true;
    for await (const line of createInterface({ input: createReadStream(`${folder}/${name}`) })) {
      if (!header && line) yield line;
      header = false;
    }
  }
}

const all = async (...names) => {
  const list = [];
  for await (const line of lines(...names)) list.push(line);
  return list;
};

const present = (...names) => names.every((name) => existsSync(`${folder}/${name}`));

async function movieLens() {
  const files = ["ml-latest-small/ratings.csv", "ml-latest-small/movies.csv"];
  return present(...files) ? parseMovieLens(await all(files[0]), await all(files[1])) : undefined;
}

async function retailrocket() {
  const parts = ["retailrocket/item_properties_part1.csv", "retailrocket/item_properties_part2.csv"];
  if (!present("retailrocket/events.csv", ...parts)) return undefined;
  const categories = new Map();
  // 20 million lines, a few of which are about categories
  for await (const line of lines(...parts)) {
    const [, item, property, value] = line.split(",");
    if (property === "categoryid") categories.set(item, value);
  }
  return parseRetailrocket(await all("retailrocket/events.csv"), categories);
}

export const dataSets = {
  "MovieLens ml-latest-small": movieLens,
  Retailrocket: retailrocket,
  SYNTHETIC: synthetic,
};

/** Each user's sessions in time, cut where there was nothing for 30 minutes; users with one session are left out. */
export function sessionsOf(events) {
  const users = new Map();
  for (const event of [...events].sort((a, b) => a.at - b.at)) {
    const sessions = users.get(event.user) ?? [];
    const session = sessions.at(-1);
    if (session && event.at - session.at(-1).at <= 30 * 60_000) session.push(event);
    else sessions.push([event]);
    users.set(event.user, sessions);
  }
  return [...users.values()].filter((sessions) => sessions.length > 1);
}
