import { mix } from "./colour.js";
import { disc, fill } from "./paint.js";

/** The colours of a landscape, from far to near. */
export interface Mood {
  readonly sky: readonly [top: string, bottom: string];
  readonly sun: string;
  readonly far: string;
  readonly near: string;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Layered mountains under a sky; `seed` shapes the ridges. */
export function landscape(mood: Mood, size: Size, seed: number, extra = ""): string {
  const { width, height } = size;
  const layers = [0, 1, 2, 3].map((n) => {
    const colour = mix(mood.far, mood.near, n / 3);
    const top = height * (0.42 + n * 0.13);
    return fill(colour, ridge({ ...size, top, rough: height * (0.2 - n * 0.035), seed: seed + n * 7 }));
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" preserveAspectRatio="xMidYMid slice">`,
    `<defs><linearGradient id="s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${mood.sky[0]}"/><stop offset="1" stop-color="${mood.sky[1]}"/></linearGradient></defs>`,
    `<rect width="${width}" height="${height}" fill="url(#s)"/>`,
    disc(mood.sun, [width * 0.76, height * 0.26], height * 0.09),
    layers.join("\n"),
    extra,
    "</svg>",
  ].join("\n");
}

interface Ridge extends Size {
  readonly top: number;
  readonly rough: number;
  readonly seed: number;
}

/** A jagged line from edge to edge, closed below. The sines stand in for chance, so that every build draws the same. */
function ridge({ width, height, top, rough, seed }: Ridge): string {
  const steps = 14;
  const points = Array.from({ length: steps + 1 }, (_, n) => {
    const wave = Math.sin(n * 1.9 + seed) * 0.6 + Math.sin(n * 0.7 + seed * 2.3) * 0.7;
    const y = top - wave * rough * (n % 2 === 0 ? 1 : 0.45);
    return `${Math.round((n * width) / steps)} ${Math.round(y)}`;
  });
  return `M0 ${height} L${points.join(" L")} L${width} ${height} Z`;
}

/** A fir tree with its foot at x, y. */
export function fir(x: number, y: number, size: number, colour: string): string {
  const tier = (n: number): string => {
    const half = size * (0.2 + n * 0.1);
    const top = y - size * (1.05 - n * 0.27);
    return `M${x - half} ${top + size * 0.42} L${x} ${top} L${x + half} ${top + size * 0.42} Z`;
  };
  return (
    fill(colour, [0, 1, 2].map(tier).join(" ")) +
    fill(
      "#3a2c22",
      `M${x - size * 0.04} ${y - size * 0.12} h${size * 0.08} v${size * 0.14} h${-size * 0.08} Z`,
    )
  );
}
