import { expect, test } from "vitest";
import type { Recap } from "./ports.js";
import { most, sceneOf, size, type Shape } from "./scene.js";

const day = Date.UTC(2026, 2, 3);
const topicsOf = (percents: readonly number[]): Recap["topics"] =>
  percents.map((percent, index) => ({ label: `Topic ${index}`, percent, since: day, pages: 3 }));
const recap = (parts: Partial<Recap> = {}): Recap => ({
  ...{ shop: "shop.example", since: day, long: true, visits: 3, pages: 7 },
  ...{ topics: topicsOf([80, 40]), resting: [], told: [], ...parts },
});
const draw = (parts?: Partial<Recap>): Shape[] => sceneOf(recap(parts), "My time at", ["3 visits"]);
const texts = (shapes: readonly Shape[], part: string): { y: number; x: number; text: string }[] =>
  shapes.flatMap((shape) => ("text" in shape && shape.part === part ? [shape] : []));
const count = (shapes: readonly Shape[], part: string): number =>
  shapes.filter((shape) => shape.part === part).length;

/** All falling lists of so many strengths of 1, 50 and 100 percent. */
const falling = (length: number, upTo = 100): number[][] =>
  length === 0
    ? [[]]
    : [1, 50, 100]
        .filter((percent) => percent <= upTo)
        .flatMap((percent) => falling(length - 1, percent).map((rest) => [percent, ...rest]));

test.each([1, 2, 3, 4, 5].flatMap((length) => falling(length)))(
  "labels of %s %s %s %s %s percent are apart and in the sky's room",
  (...percents) => {
    const labels = texts(draw({ topics: topicsOf(percents) }), "label");
    expect(labels).toHaveLength(percents.length);
    expect(Math.min(...labels.map(({ y }) => y))).toBeGreaterThan(130);
    expect(Math.max(...labels.map(({ y }) => y))).toBeLessThan(430);
    labels.slice(1).forEach(({ y }, index) => expect(y - (labels[index]?.y ?? 0)).toBeGreaterThanOrEqual(30));
  },
);

test("the stronger a topic, the higher its hill; the strongest has the flag", () => {
  const top = (percent: number): number => texts(draw({ topics: topicsOf([percent]) }), "label")[0]?.y ?? 0;
  expect([20, 60, 100].map(top)).toEqual([20, 60, 100].map(top).sort((a, b) => b - a));
  const shapes = draw();
  const [label] = texts(shapes, "label");
  expect(shapes.find(({ part }) => part === "pole")).toMatchObject({
    d: `M${label?.x} ${(label?.y ?? 0) - 26}v-22`,
  });
});

test("things are counted, up to a limit, and drawn the same every time", () => {
  const parts: Partial<Recap> = {
    visits: 400,
    topics: topicsOf([90, 80, 70, 60, 50, 40]),
    resting: Array.from({ length: 9 }, () => ["Boots", day] as const),
    told: Array.from({ length: 20 }, () => ["size", 42] as const),
  };
  const shapes = draw(parts);
  expect(count(shapes, "bird")).toBe(most.birds);
  expect(count(shapes, "label")).toBe(most.hills);
  expect(count(shapes, "tent")).toBe(most.tents);
  expect(count(shapes, "flower")).toBe(most.flowers);
  expect(draw(parts)).toEqual(shapes);
  expect(draw({ visits: 0, topics: [] }).some(({ part }) => /bird|flag|label|tent|flower/.test(part))).toBe(
    false,
  );
});

test("purchases and answers have no name in the picture, and long names are cut", () => {
  const shapes = draw({
    shop: "a-very-long-name-of-a-shop.example",
    topics: [{ label: "Mountaineering equipment and more", percent: 50, since: day, pages: 1 }],
    resting: [["Wedding ring", day]],
    told: [["first-name", "Ada"]],
  });
  expect(JSON.stringify(shapes)).not.toMatch(/wedding|first|ada/i);
  for (const shape of shapes) {
    if ("text" in shape) expect(shape.text.length).toBeLessThan(25);
    if ("x" in shape) expect(shape.x).toBeLessThan(size.width);
  }
});
