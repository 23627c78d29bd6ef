import { box, disc, fill, line, type Drawing } from "./paint.js";

/** A mid-high boot, seen from the side. */
export const boot: Drawing = (p) =>
  [
    fill(
      p.shade,
      "M150 96 Q195 84 246 96 L258 214 Q266 246 316 262 Q388 280 398 326 L400 352 H138 Q132 300 146 250 Q156 200 142 130 Z",
    ),
    fill(
      p.main,
      "M158 108 Q198 96 236 106 L246 218 Q254 256 310 272 Q376 288 386 326 L388 342 H150 Q146 300 158 250 Q168 196 154 134 Z",
    ),
    fill(p.shine, "M300 270 Q376 288 386 326 L388 342 H300 Q290 300 300 270 Z"),
    fill(p.shade, "M150 286 Q196 282 226 342 H150 Q148 312 150 286 Z"),
    fill(p.accent, "M146 96 Q195 76 250 94 L252 122 Q198 104 148 124 Z"),
    line(
      p.accent,
      7,
      "M244 150 L196 160 M248 182 L204 194 M252 214 L214 228 M266 242 L230 262 M294 262 L262 286",
    ),
    line(p.ink, 4, "M206 132 Q222 210 268 300"),
    box(p.ink, [134, 340, 270, 22], 8),
    fill(
      p.ink,
      "M134 356 H404 Q408 384 386 384 H372 L364 374 L350 384 H318 L310 374 L296 384 H262 L254 374 L240 384 H210 L202 374 L188 384 H150 Q132 384 134 356 Z",
    ),
    line(p.accent, 4, "M142 349 H396"),
  ].join("");

/** A low shoe, seen from the side. */
export const shoe: Drawing = (p) =>
  [
    fill(
      p.shade,
      "M96 214 Q122 196 158 206 Q186 248 240 226 Q300 262 372 290 Q410 304 412 346 H92 Q84 276 96 214 Z",
    ),
    fill(
      p.main,
      "M106 222 Q126 208 152 216 Q184 262 238 240 Q300 276 366 300 Q396 312 400 340 H102 Q96 280 106 222 Z",
    ),
    fill(p.shine, "M318 282 Q396 304 400 340 H310 Q300 306 318 282 Z"),
    fill(p.accent, "M104 268 Q146 266 176 340 H102 Q98 300 104 268 Z"),
    line(p.accent, 8, "M196 340 Q216 292 250 262 M236 340 Q256 306 288 282"),
    line(p.ink, 6, "M226 250 L262 240 M252 262 L290 254 M280 276 L318 270"),
    fill("#f6f3ea", "M86 338 H414 Q424 360 404 370 H104 Q84 362 86 338 Z"),
    fill(
      p.ink,
      "M92 364 H414 Q412 386 392 386 H380 L370 376 L356 386 H322 L312 376 L298 386 H262 L252 376 L238 386 H202 L192 376 L178 386 H120 Q94 386 92 364 Z",
    ),
    line(p.ink, 5, "M100 216 Q92 196 100 180 M158 210 Q172 196 168 188"),
  ].join("");

/** A pair of socks. */
export const socks: Drawing = (p) => {
  const one = (shift: number): string =>
    `<g transform="translate(${shift} ${-shift / 4})">` +
    fill(
      p.main,
      "M150 92 H236 V262 Q240 284 268 304 Q306 332 284 366 Q262 394 222 374 L164 334 Q146 320 148 292 Z",
    ) +
    fill(p.shade, "M148 286 Q176 276 196 300 Q206 330 180 344 L164 334 Q146 320 148 292 Z") +
    fill(p.accent, "M268 304 Q306 332 284 366 Q262 394 226 376 Q226 330 268 304 Z") +
    box(p.shine, [144, 84, 98, 40], 10) +
    line(p.shade, 4, "M162 90 V118 M178 90 V118 M194 90 V118 M210 90 V118 M226 90 V118") +
    box(p.accent, [150, 142, 86, 12]) +
    box(p.accent, [150, 164, 86, 6]) +
    "</g>";
  return one(84) + one(-20);
};

/** A climbing helmet. */
export const helmet: Drawing = (p) =>
  [
    line(p.accent, 9, "M128 288 Q150 370 240 396 M352 288 Q330 372 240 396 M240 396 V418"),
    fill(p.shade, "M92 292 Q84 136 240 122 Q396 136 388 292 Q240 262 92 292 Z"),
    fill(p.main, "M104 280 Q100 148 240 134 Q380 148 376 280 Q240 252 104 280 Z"),
    fill(p.shine, "M150 236 Q156 168 214 150 Q176 190 178 232 Z"),
    fill(p.ink, "M246 160 Q262 160 268 214 L250 214 Z M292 168 Q312 176 318 222 L300 218 Z"),
    fill(p.ink, "M80 292 Q240 250 400 292 L404 312 Q240 276 76 312 Z"),
    disc(p.accent, [240, 402], 12),
  ].join("");
