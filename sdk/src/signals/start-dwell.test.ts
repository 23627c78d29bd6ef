import { expect, test } from "vitest";
import { kinds, visit, type Visit } from "./test/visit.js";

interface Desk extends Visit {
  move(): void;
  hide(hidden: boolean): void;
  /** Reads on for so long, moving every five seconds. */
  read(ms: number): void;
  dwells(): number;
}

function sitDown(html = '<main data-heim-topics="boots">text</main>'): Desk {
  const session = visit(html);
  const { document, told } = session;
  let hidden = false;
  Object.defineProperty(document, "hidden", { get: () => hidden });
  const move = (): void => void session.fire(document, "pointermove");
  const hide = (to: boolean): void => {
    hidden = to;
    session.fire(document, "visibilitychange");
  };
  const read = (ms: number): void => {
    for (let passed = 0; passed < ms; passed += 5000) {
      session.pass(5000);
      move();
    }
  };
  return { ...session, move, hide, read, dwells: () => told.filter(({ kind }) => kind === "dwell").length };
}

test("every 20 s of reading tell one dwell, three in all", () => {
  const desk = sitDown();
  desk.read(15_000);
  expect(kinds(desk)).toEqual(["view boots"]);
  desk.read(5_000);
  expect(desk.told[1]).toEqual({
    kind: "dwell",
    topics: [{ id: "boots", weight: 1 }],
    at: 1_020_000,
    page: "/p/42",
  });
  desk.read(35_000);
  expect(desk.dwells()).toBe(2);
  desk.read(300_000);
  expect(desk.dwells()).toBe(3);
});

test("a visitor who does not move for 30 s has left; the time away does not count", () => {
  const desk = sitDown();
  desk.pass(600_000);
  desk.move();
  expect(desk.dwells()).toBe(1); // ten of the second twenty seconds are counted
  desk.pass(9_999);
  desk.move();
  expect(desk.dwells()).toBe(1);
  desk.pass(1);
  desk.move();
  expect(desk.dwells()).toBe(2);
});

test("leaving the page tells what was read to the end", () => {
  const desk = sitDown();
  desk.pass(20_000);
  desk.hide(true);
  expect(desk.dwells()).toBe(1);
});

test("hidden time does not count", () => {
  const desk = sitDown();
  desk.pass(15_000);
  desk.hide(true);
  desk.pass(3_600_000);
  desk.hide(false);
  desk.pass(4_999);
  desk.move();
  expect(desk.dwells()).toBe(0);
  desk.pass(1);
  desk.move();
  expect(desk.dwells()).toBe(1);
});

test("a page about nothing tells nothing, and stop ends it", () => {
  const nothing = sitDown("");
  nothing.read(60_000);
  expect(nothing.told).toEqual([]);
  const desk = sitDown();
  desk.stop();
  desk.read(100_000);
  expect(desk.dwells()).toBe(0);
});
