import { expect, test } from "vitest";
import { arrive, emptyProfile, fold, recount, turnPage, type Profile, type Signal } from "./index.js";

const day = 86_400_000;
const tuesday = Date.UTC(2026, 4, 19, 12);
const now = tuesday + 3 * day;
const signals: Partial<Signal>[] = [
  { page: "/1", facets: { brand: "lowa" } },
  { page: "/2" },
  { kind: "purchase", topics: [{ id: "boots", label: "Hiking Boots" }] },
  { kind: "dismiss", topics: ["golf"] },
  { kind: "declare", topics: ["peru"] },
  { kind: "declare", topics: [], name: "size", value: 42 },
  { kind: "list", topics: ["tents"] },
];
const profile = signals.reduce<Profile>(
  (old, one) => fold(old, { kind: "view", topics: ["hiking"], at: tuesday, ...one }, now),
  arrive(turnPage(emptyProfile(), tuesday), "spring", now + day),
);

test("the whole profile in English", () => {
  expect(recount(profile, { now, language: "en", timeZone: "UTC" })).toEqual(
    [
      "have visited this shop 1 time",
      "came with the offer “spring”",
      "told us size: 42",
      "looked at 2 pages about hiking, last on Tuesday",
      "bought Hiking Boots on Tuesday",
      "told us that you are interested in peru",
      "showed interest in tents, last on Tuesday",
      "often chose lowa (brand)",
      "do not want to see golf",
    ].map((clause) => `This shop knows that you ${clause}.`),
  );
});

test("the whole profile in German", () => {
  const labels = { hiking: "Wandern", golf: "Golf", boots: "Wanderschuhe", peru: "Peru", tents: "Zelten" };
  expect(recount(profile, { now, language: "de", labels, timeZone: "UTC" })).toEqual(
    [
      "diesen Shop 1-mal besucht haben",
      "mit dem Angebot „spring“ gekommen sind",
      "uns mitgeteilt haben: size 42",
      "sich 2 Seiten über Wandern angesehen haben, zuletzt am Dienstag",
      "Wanderschuhe am Dienstag gekauft haben",
      "uns Ihr Interesse an Peru mitgeteilt haben",
      "Interesse an Zelten gezeigt haben, zuletzt am Dienstag",
      "oft lowa gewählt haben (brand)",
      "Golf nicht sehen möchten",
    ].map((clause) => `Dieser Shop weiß, dass Sie ${clause}.`),
  );
});

test("of nothing there is nothing to tell", () => {
  expect(recount(emptyProfile(), { now, language: "en" })).toEqual([]);
});
