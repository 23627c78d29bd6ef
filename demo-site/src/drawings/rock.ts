import { box, disc, line, type Drawing } from "./paint.js";

/** A coiled rope. */
export const rope: Drawing = (p) => {
  const coil = (r: number): string =>
    `<ellipse cx="240" cy="236" rx="${r}" ry="${r * 1.12}" fill="none" stroke="${p.shade}" stroke-width="21"/>` +
    `<ellipse cx="240" cy="236" rx="${r}" ry="${r * 1.12}" fill="none" stroke="${p.main}" stroke-width="16"/>` +
    `<ellipse cx="240" cy="236" rx="${r}" ry="${r * 1.12}" fill="none" stroke="${p.accent}" stroke-width="6" stroke-dasharray="10 16"/>`;
  const wraps = [0, 1, 2, 3].map((n) =>
    line(n % 2 ? p.shine : p.main, 18, `M196 ${312 + n * 20} Q240 ${330 + n * 20} 284 ${312 + n * 20}`),
  );
  return [
    coil(70),
    coil(92),
    coil(114),
    coil(136),
    ...wraps,
    line(p.main, 16, "M284 376 Q330 400 352 372"),
  ].join("");
};

/** A climbing harness. */
export const harness: Drawing = (p) =>
  [
    line(p.shade, 40, "M106 170 Q240 232 374 170"),
    line(p.main, 30, "M106 168 Q240 228 374 168"),
    line(p.accent, 6, "M112 166 Q240 222 368 166"),
    line(
      p.shade,
      32,
      "M168 270 Q112 300 136 364 Q184 398 212 344 Q218 300 168 270 M312 270 Q368 300 344 364 Q296 398 268 344 Q262 300 312 270",
    ),
    line(
      p.main,
      23,
      "M168 270 Q112 300 136 364 Q184 398 212 344 Q218 300 168 270 M312 270 Q368 300 344 364 Q296 398 268 344 Q262 300 312 270",
    ),
    line(p.accent, 14, "M240 214 V300"),
    line(p.ink, 9, "M212 316 Q240 288 268 316"),
    line(p.ink, 7, "M130 190 Q138 240 176 212 M350 190 Q342 240 304 212"),
    box(p.ink, [218, 196, 44, 34], 8),
    box(p.shine, [228, 204, 24, 18], 4),
  ].join("");

/** A quickdraw: two carabiners and a sling. */
export const quickdraw: Drawing = (p) => {
  const carabiner = (y: number, gate: string): string =>
    line(
      p.shade,
      20,
      `M206 ${y} Q200 ${y - 52} 244 ${y - 52} Q290 ${y - 50} 284 ${y} L270 ${y + 52} Q240 ${y + 76} 212 ${y + 50} Z`,
    ) +
    line(
      p.main,
      13,
      `M206 ${y} Q200 ${y - 52} 244 ${y - 52} Q290 ${y - 50} 284 ${y} L270 ${y + 52} Q240 ${y + 76} 212 ${y + 50} Z`,
    ) +
    line(gate, 7, `M284 ${y} L270 ${y + 52}`);
  return [
    `<g transform="rotate(-18 240 240)">`,
    carabiner(122, p.accent),
    carabiner(352, p.accent),
    box(p.ink, [220, 156, 42, 166], 14),
    box(p.accent, [226, 162, 30, 154], 10),
    line("#ffffff", 3, "M234 176 V302 M248 176 V302"),
    disc(p.shine, [241, 240], 10),
    "</g>",
  ].join("");
};
