import { box, disc, fill, line, type Drawing } from "./paint.js";

/** A dome tent with its door open. */
export const dome: Drawing = (p) =>
  [
    line(p.ink, 3, "M84 380 L52 400 M396 380 L428 400"),
    fill(p.shade, "M64 386 Q120 160 262 128 Q380 190 416 386 Z"),
    fill(p.main, "M64 386 Q120 160 262 128 Q250 260 300 386 Z"),
    fill(p.shine, "M120 300 Q160 190 248 138 Q190 220 186 300 Z"),
    fill(p.ink, "M140 386 Q164 276 216 236 Q256 300 262 386 Z"),
    fill(p.accent, "M216 236 Q256 300 262 386 L244 386 Q232 300 216 236 Z"),
    line(p.accent, 6, "M64 386 Q120 160 262 128 Q380 190 416 386"),
    line(p.shade, 5, "M262 128 Q250 260 300 386"),
    fill("#f4e3b0", "M176 386 Q196 336 218 316 Q236 350 238 386 Z"),
  ].join("");

/** A tunnel tent. */
export const tunnel: Drawing = (p) =>
  [
    line(p.ink, 3, "M70 380 L36 398 M420 380 L450 398"),
    fill(p.shade, "M260 192 Q404 196 426 386 H250 Z"),
    fill(p.main, "M56 386 Q70 172 210 164 Q340 172 352 386 Z"),
    fill(p.shine, "M84 330 Q96 214 176 180 Q140 250 138 330 Z"),
    fill(p.ink, "M130 386 Q138 262 206 256 Q272 262 280 386 Z"),
    fill("#f4e3b0", "M164 386 Q172 318 206 312 Q240 318 248 386 Z"),
    line(p.accent, 7, "M56 386 Q70 172 210 164 Q340 172 352 386"),
    line(p.accent, 5, "M260 176 Q384 196 396 386 M320 190 Q412 230 426 386"),
    box(p.accent, [330, 292, 44, 34], 8),
  ].join("");

/** A mummy sleeping bag. */
export const sleepingBag: Drawing = (p) =>
  [
    `<g transform="rotate(28 240 240)">`,
    fill(
      p.shade,
      "M176 92 Q240 40 304 92 Q334 150 322 250 L292 408 Q240 434 188 408 L158 250 Q146 150 176 92 Z",
    ),
    fill(
      p.main,
      "M184 100 Q240 54 296 100 Q324 152 312 248 L284 400 Q240 420 196 400 L168 248 Q156 152 184 100 Z",
    ),
    fill(p.accent, "M194 116 Q240 76 286 116 Q298 160 240 174 Q182 160 194 116 Z"),
    fill(p.ink, "M206 122 Q240 92 274 122 Q280 152 240 160 Q200 152 206 122 Z"),
    line(
      p.shade,
      4,
      "M164 206 Q240 226 316 206 M168 252 Q240 272 312 252 M176 298 Q240 316 304 298 M185 344 Q240 360 295 344",
    ),
    line(p.accent, 6, "M278 168 Q304 220 286 330"),
    fill(p.shine, "M172 168 Q166 230 186 300 Q176 230 186 168 Z"),
    "</g>",
  ].join("");

/** A rolled-out mat with its roll. */
export const mat: Drawing = (p) =>
  [
    fill(p.shade, "M150 392 L96 150 Q92 128 118 124 L268 112 Q292 112 296 134 L344 372 Z"),
    fill(p.main, "M156 380 L106 150 Q104 136 120 134 L266 122 Q284 122 288 138 L332 364 Z"),
    line(
      p.shine,
      7,
      "M124 180 L290 166 M132 220 L298 206 M142 260 L306 246 M150 300 L314 286 M158 340 L322 326",
    ),
    disc(p.shade, [352, 366], 58),
    disc(p.accent, [352, 366], 48),
    line(p.shade, 7, "M352 366 m-30 0 a30 30 0 1 1 34 30 M352 366 m-12 0 a12 12 0 1 1 14 12"),
    disc(p.accent, [122, 146], 10),
  ].join("");

/** A drinking bottle. */
export const bottle: Drawing = (p) =>
  [
    box(p.accent, [200, 70, 80, 50], 14),
    line(p.accent, 10, "M240 70 Q240 44 272 48"),
    box(p.shade, [192, 112, 96, 22], 6),
    fill(
      p.shade,
      "M184 134 H296 Q322 154 322 190 V380 Q322 412 290 412 H190 Q158 412 158 380 V190 Q158 154 184 134 Z",
    ),
    fill(
      p.main,
      "M192 142 H288 Q312 160 312 194 V376 Q312 402 286 402 H194 Q168 402 168 376 V194 Q168 160 192 142 Z",
    ),
    fill(p.shine, "M182 200 Q184 170 204 162 V382 Q184 382 182 360 Z"),
    fill(p.accent, "M168 300 L206 262 L232 288 L268 240 L312 296 V340 H168 Z"),
    line(p.shade, 4, "M288 200 h22 M288 226 h22 M288 252 h22"),
  ].join("");
