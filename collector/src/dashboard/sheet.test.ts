import { expect, test } from "vitest";
import { csvOf, resultColumns } from "./sheet.js";

test("rows with different names share one head; quotes, commas and lines are quoted", () => {
  const rows = [
    { name: 'a "b", c', n: 1 },
    { name: "two\nlines", share: -0.5, empty: undefined },
  ];
  expect(csvOf({ name: "x", rows })).toBe(
    'name,n,share,empty\r\n"a ""b"", c",1,,\r\n"two\nlines",,-0.5,\r\n',
  );
});

test("a spreadsheet does not run a name, and a negative number stays one", () => {
  expect(csvOf({ name: "x", rows: [{ name: "=1+1", share: -0.5 }] })).toBe("name,share\r\n'=1+1,-0.5\r\n");
});

test("a number that is not told is empty", () => {
  const columns = resultColumns({ state: "not enough data", reason: "under 100 answers" });
  expect(columns).toMatchObject({ state: "not enough data", share: undefined, anytimeHigh: undefined });
});
