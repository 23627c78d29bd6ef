import { expect, test } from "vitest";
import { emptyStatistics, type Said } from "./record.js";
import { tellAnswers, type Telling } from "./tell-answers.js";

const day = 86_400_000;
const at = 20779 * day;
const slot: Said = {
  at,
  q: "slot:home-hero",
  cells: 7,
  eps: 3_000_000,
  set: 1,
  names: ["hiking:seen"],
  arm: undefined,
};
const uplift: Said = { ...slot, q: "uplift:home-hero", cells: 2, names: ["goal"], arm: 1 };
const late: Said = { ...slot, q: "late:home-hero", cells: 3, names: ["peru"] };
const topics: Said = { ...slot, q: "topics", cells: 64, eps: 2_000_000, set: 7, names: ["hiking", "none"] };
const pairs: Said = { ...topics, q: "pairs", cells: 993, set: 118, names: ["boots>socks"] };

const tell = (said: Said[], telling: Telling = { language: "en" }) =>
  tellAnswers({ ...emptyStatistics(), said }, telling);

test("the day, the question, what was said, its ε and what that can reveal", () => {
  expect(tell([slot])).toEqual([
    {
      date: "2026-11-22",
      question: "What came of the place “home-hero”?",
      said: "said: hiking → seen",
      epsilon: 3,
      meaning:
        "If all 7 answers were equally likely before, the truth is among those said with a probability of 77 %. The odds of any guess change at most 21-fold. Nobody can tell truth from chance.",
      waits: false,
    },
  ]);
});

test("the latest comes first; what is in the queue still waits", () => {
  const queue = [{ id: "x", body: "", at: at + 1 }];
  const said = [slot, { ...late, at: at + 1 }];
  const told = tellAnswers({ ...emptyStatistics(), said, queue }, { language: "en" });
  expect(told.map(({ epsilon, waits, question }) => [epsilon, waits, question.slice(0, 5)])).toEqual([
    [3, true, "Which"],
    [3, false, "What "],
  ]);
});

test("what is not randomized is said to be so", () => {
  const [first, second] = tell([late, uplift]);
  expect(first).toMatchObject({ said: "said: goal reached, personal content on" });
  expect(first?.meaning).toMatch(/ 95 %.* In clear: on or off/);
  expect(second?.meaning).toMatch(/In clear: that the goal was reached/);
  expect(tell([topics])[0]?.meaning).not.toMatch(/In clear/);
});

test("topics bear their labels, and the sets of large questions are told in part", () => {
  const telling: Telling = { language: "en", labels: { boots: "hiking boots", hiking: "walks" } };
  expect(tell([topics, pairs, slot], telling).map(({ said }) => said)).toEqual([
    "said: hiking → seen",
    "said: hiking boots → socks, + 117 more",
    "said: walks, nothing, + 5 more",
  ]);
});

test("German", () => {
  for (const { question, said, meaning } of tell([slot, uplift, late, topics, pairs], { language: "de" })) {
    expect(said).toMatch(/^gesagt: /);
    expect(question).toMatch(/^(Was|Welche|Wurde)/);
    expect(meaning).toMatch(/Niemand kann/);
  }
  expect(tell([slot], { language: "de" })[0]?.question).toBe("Was wurde aus dem Platz „home-hero“?");
});

test("names that mean something to the language are told as they are", () => {
  const odd: Said = { ...slot, q: "slot:$&", names: ["constructor:toString"] };
  expect(tell([odd])[0]).toMatchObject({
    question: "What came of the place “$&”?",
    said: "said: constructor → toString",
  });
});
