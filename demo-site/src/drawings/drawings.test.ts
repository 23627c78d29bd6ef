import { expect, test } from "vitest";
import { products } from "../catalogue/index.js";
import { light, mix } from "./colour.js";
import { drawProduct, scenery } from "./index.js";

const pictures = [
  ...products.map((product) => [product.id, drawProduct(product)] as const),
  ...Object.entries(scenery()),
];

test.each(pictures)("%s is an SVG without script, style or anything from elsewhere", (_name, svg) => {
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 \d+ \d+"/);
  expect(svg.trimEnd()).toMatch(/<\/svg>$/);
  expect(svg).not.toMatch(/<script|<style|style=|href=|undefined|NaN/);
  const opened = [...svg.matchAll(/<(g|svg|defs|linearGradient)[\s>]/g)].length;
  expect([...svg.matchAll(/<\/(g|svg|defs|linearGradient)>/g)]).toHaveLength(opened);
});

test("no two products look the same", () => {
  expect(new Set(products.map(drawProduct)).size).toBe(products.length);
});

test("colours mix in equal shares", () => {
  expect(mix("#000000", "#ffffff", 0.5)).toBe("#808080");
  expect(light("#336699", 0)).toBe("#336699");
  expect(light("#336699", 1)).toBe("#ffffff");
});
