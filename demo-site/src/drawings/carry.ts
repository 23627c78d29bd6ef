import { box, disc, fill, line, type Drawing } from "./paint.js";

/** A backpack, seen from the front. */
export const backpack: Drawing = (p) =>
  [
    line(p.ink, 12, "M206 92 Q240 54 274 92"),
    box(p.ink, [108, 230, 40, 138], 18),
    box(p.ink, [332, 230, 40, 138], 18),
    fill(
      p.shade,
      "M146 150 Q146 86 240 84 Q334 86 334 150 L348 374 Q348 412 310 412 H170 Q132 412 132 374 Z",
    ),
    fill(p.main, "M158 156 Q160 98 240 96 Q320 98 322 156 L336 370 Q336 400 306 400 H174 Q144 400 144 370 Z"),
    fill(p.shine, "M152 170 Q156 92 240 90 Q324 92 328 170 Q330 196 308 198 H172 Q150 196 152 170 Z"),
    line(p.accent, 8, "M196 150 V240 M284 150 V240"),
    box(p.ink, [186, 222, 20, 26], 5),
    box(p.ink, [274, 222, 20, 26], 5),
    fill(
      p.shade,
      "M172 278 Q172 262 188 262 H292 Q308 262 308 278 V362 Q308 380 290 380 H190 Q172 380 172 362 Z",
    ),
    line(p.accent, 6, "M186 292 H294"),
    disc(p.accent, [240, 132], 13),
    line(p.ink, 5, "M110 262 H146 M110 322 H146 M334 262 H370 M334 322 H370"),
  ].join("");

/** A duffel bag. */
export const duffel: Drawing = (p) =>
  [
    line(p.accent, 12, "M150 250 Q160 116 240 116 Q320 116 330 250"),
    fill(
      p.shade,
      "M70 246 Q70 186 130 184 H350 Q410 186 410 246 V324 Q410 372 356 374 H124 Q70 372 70 324 Z",
    ),
    fill(p.main, "M82 250 Q82 198 134 196 H346 Q398 198 398 250 V318 Q398 360 352 362 H128 Q82 360 82 318 Z"),
    fill(p.shine, "M96 240 Q100 208 140 206 H340 Q380 208 384 240 Q240 216 96 240 Z"),
    line(p.ink, 6, "M104 232 Q240 210 376 232"),
    box(p.accent, [138, 196, 22, 166]),
    box(p.accent, [320, 196, 22, 166]),
    box(p.ink, [196, 264, 88, 58], 8),
    fill(p.accent, "M206 312 L226 284 L240 300 L254 278 L276 312 Z"),
    line(p.accent, 10, "M150 362 Q160 296 196 290 M330 362 Q320 296 284 290"),
    disc(p.shade, [82, 280], 14, 40),
    disc(p.shade, [398, 280], 14, 40),
  ].join("");

/** Three packing cubes. */
export const cubes: Drawing = (p) => {
  const cube = (x: number, y: number, [w, h]: readonly [number, number], colour: string): string =>
    box(p.shade, [x, y, w, h], 18) +
    box(colour, [x + 6, y + 6, w - 12, h - 12], 14) +
    `<rect x="${x + 24}" y="${y + 24}" width="${w - 48}" height="${h - 48}" rx="8" fill="${p.shine}" stroke="${p.ink}" stroke-width="3" stroke-dasharray="3 6"/>` +
    line(p.ink, 5, `M${x + 18} ${y + 14} H${x + w - 18}`) +
    box(p.ink, [x + w - 46, y + 8, 20, 12], 4);
  return (
    cube(150, 90, [240, 150], p.accent) +
    cube(84, 196, [250, 150], p.main) +
    cube(206, 280, [190, 120], p.shine)
  );
};

/** A flat pouch on a cord. */
export const pouch: Drawing = (p) =>
  [
    line(p.ink, 6, "M140 204 Q120 60 240 66 Q360 60 340 204"),
    box("#8c2f3a", [176, 132, 128, 120], 8),
    disc("#e8c977", [240, 176], 22),
    box(p.shade, [112, 190, 256, 196], 20),
    box(p.main, [122, 200, 236, 176], 14),
    fill(p.shine, "M122 214 Q122 200 136 200 H344 Q358 200 358 214 V240 H122 Z"),
    line(p.ink, 6, "M140 246 H340"),
    box(p.accent, [316, 238, 32, 16], 6),
    line(p.accent, 5, "M160 296 L206 262 L236 292 L274 254 L322 300"),
  ].join("");
