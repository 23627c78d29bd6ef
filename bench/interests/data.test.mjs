import { expect, test } from "vitest";
import { parseMovieLens, parseRetailrocket, sessionsOf } from "./data.mjs";
import { measure } from "./metrics.mjs";

test("MovieLens: seconds become milliseconds, a quoted title may hold commas", () => {
  const [event] = parseMovieLens(["1,7,4.0,964982703"], ['7,"Some, ""Quoted"" Title (1995)",Comedy|Drama']);
  expect(event).toMatchObject({ categories: ["Comedy", "Drama"], at: 964_982_703_000 });
});

test("Retailrocket: events of items without a category are left out", () => {
  const events = parseRetailrocket(
    ["1439694000000,1,addtocart,100,", "1439694000000,1,view,200,"],
    new Map([["100", "9"]]),
  );
  expect(events).toEqual([
    { user: "1", item: "100", at: 1_439_694_000_000, kind: "cart", categories: ["9"] },
  ]);
});

test("sessions are cut after 30 minutes, users with one are left out", () => {
  const events = [61, 0, 30].map((minutes) => ({ user: "a", at: minutes * 60_000 }));
  const sessions = sessionsOf([...events, { user: "b", at: 0 }]);
  expect(sessions.map((user) => user.map(({ length }) => length))).toEqual([[2, 1]]);
});

test("a session is predicted from those before it alone", () => {
  const session = (...categories) => [{ at: 0, categories }];
  const past = [];
  const last = () => ({
    see: ([{ categories }]) => past.push(...categories),
    scores: () => new Map(past.map((c, i) => [c, i + 1])),
  });
  expect(measure(last, [session("a"), session("b"), session("a")])).toEqual({
    ...{ "hit@1": 0, "hit@3": 0.5, "hit@5": 0.5, "MRR@5": 0.25, "first@1": 0 },
  });
});
