import { dark, light } from "./colour.js";

/** The colours a product is drawn with. */
export interface Paint {
  readonly main: string;
  readonly shade: string;
  readonly shine: string;
  readonly accent: string;
  readonly ink: string;
}

/** Draws a product into a square of 480. */
export type Drawing = (paint: Paint) => string;

/** Derives light and shade from a product's two colours. */
export function createPaint(main: string, accent: string): Paint {
  return { main, shade: dark(main, 0.35), shine: light(main, 0.28), accent, ink: dark(main, 0.75) };
}

/** A filled path. */
export function fill(colour: string, d: string): string {
  return `<path d="${d}" fill="${colour}"/>`;
}

/** A stroked path with round ends. */
export function line(colour: string, width: number, d: string): string {
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
}

/** A rectangle with round corners. */
export function box(colour: string, [x, y, w, h]: readonly [number, number, number, number], r = 0): string {
  return `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="${colour}"/>`;
}

/** A circle or ellipse. */
export function disc(colour: string, [x, y]: readonly [number, number], rx: number, ry: number = rx): string {
  return `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${colour}"/>`;
}
