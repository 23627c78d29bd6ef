import { expect, test } from "vitest";
import { compile, parse } from "../audiences/index.js";
import { emptyProfile, fold, type Profile } from "../interests/index.js";
import { gatherFacts, type FactSources } from "./facts.js";

const window = {
  location: { pathname: "/p/42" },
  navigator: { language: "de-AT" },
  matchMedia: (query: string) => ({ matches: query === "(max-width: 640px)" }),
} as unknown as Window;
/** Noon on a day of November 2026, in the time zone of the machine. */
const noon = (day: number): number => new Date(2026, 10, day, 12, 30).getTime();
const gather = (rest: Partial<FactSources> = {}) =>
  gatherFacts({
    profile: emptyProfile(),
    policy: {},
    personas: [],
    page: {},
    now: noon(16),
    window,
    ...rest,
  });

test("facts of the page, the device and the time", () => {
  const page = { type: "product", topics: ["boots"] };
  expect(gather({ page })).toMatchObject({
    page: { type: "product", topics: ["boots"], path: "/p/42" },
    device: { mobile: true, language: "de-AT" },
    time: { hour: 12, weekday: 1 },
  });
});

test("a week begins with Monday, 1, and ends with Sunday, 7", () => {
  const days = [16, 17, 18, 19, 20, 21, 22].map((day) => gather({ now: noon(day) })["time"]);
  expect(days).toEqual([1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ hour: 12, weekday })));
});

const declared = (name: string): Profile =>
  fold(emptyProfile(), { kind: "declare", topics: [], name, value: "yes", at: noon(16) }, noon(16));

test("what the device knows is there as interests tell it", () => {
  expect(gather({ profile: declared("skier") })["declared"]).toEqual({ skier: "yes" });
});

test("the persona is the first whose condition holds, on all other facts", () => {
  const persona = (name: string, condition: string) => [name, compile(parse(condition))] as const;
  const personas = [
    persona("never", "declared.skier = no"),
    persona("skier", "declared.skier = yes and device.mobile"),
    persona("mobile", "device.mobile"),
  ];
  expect(gather({ personas, profile: declared("skier") })["persona"]).toBe("skier");
  expect(gather({ personas })["persona"]).toBe("mobile");
  expect(gather()["persona"]).toBeUndefined();
});
