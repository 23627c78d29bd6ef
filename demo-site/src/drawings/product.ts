import type { Product, Shape } from "../catalogue/index.js";
import { bottle, dome, mat, sleepingBag, tunnel } from "./camp.js";
import { backpack, cubes, duffel, pouch } from "./carry.js";
import { jacket, trousers } from "./clothing.js";
import { light, mix } from "./colour.js";
import { boot, helmet, shoe, socks } from "./footwear.js";
import { createPaint, disc, fill, type Drawing } from "./paint.js";
import { harness, quickdraw, rope } from "./rock.js";

const drawings: Readonly<Record<Shape, Drawing>> = {
  boot,
  shoe,
  jacket,
  trousers,
  socks,
  dome,
  tunnel,
  "sleeping-bag": sleepingBag,
  mat,
  bottle,
  quickdraw,
  helmet,
  rope,
  harness,
  backpack,
  duffel,
  cubes,
  pouch,
};

/** A product's picture as an SVG document of 480 by 480. */
export function drawProduct({ shape, colours: [main, accent] }: Product): string {
  const paint = createPaint(main, accent);
  const ground = mix(light(main, 0.86), "#f3efe6", 0.5);
  const hill = mix(light(main, 0.72), "#e9e3d4", 0.5);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 480" width="480" height="480">`,
    `<rect width="480" height="480" fill="${ground}"/>`,
    fill(hill, "M0 330 Q90 250 170 300 Q250 220 330 290 Q410 240 480 300 V480 H0 Z"),
    disc(mix(ground, "#ffffff", 0.5), [374, 104], 44),
    disc(mix(hill, "#22382f", 0.22), [244, 398], 168, 18),
    drawings[shape](paint),
    "</svg>",
  ].join("\n");
}
