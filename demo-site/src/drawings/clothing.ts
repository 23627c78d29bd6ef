import { box, disc, fill, line, type Drawing } from "./paint.js";

/** A hooded jacket, seen from the front. */
export const jacket: Drawing = (p) =>
  [
    fill(p.shade, "M136 152 L72 330 L122 352 L166 250 Z M344 152 L408 330 L358 352 L314 250 Z"),
    fill(
      p.main,
      "M192 112 Q240 130 288 112 Q332 124 350 152 L330 260 L336 396 Q240 412 144 396 L150 260 L130 152 Q148 124 192 112 Z",
    ),
    fill(p.shade, "M188 116 Q184 70 240 64 Q296 70 292 116 Q240 152 188 116 Z"),
    fill(p.ink, "M204 112 Q206 84 240 82 Q274 84 276 112 Q240 136 204 112 Z"),
    line(p.accent, 6, "M240 132 V402"),
    fill(
      p.shine,
      "M150 158 Q186 132 226 144 L226 186 Q184 178 152 190 Z M330 158 Q294 132 254 144 L254 186 Q296 178 328 190 Z",
    ),
    line(p.shade, 6, "M172 300 L192 344 M308 300 L288 344"),
    line(p.shade, 4, "M146 382 Q240 398 334 382"),
    line(p.accent, 8, "M76 322 L122 343 M404 322 L358 343"),
    disc(p.accent, [296, 220], 9),
  ].join("");

/** A pair of trousers, seen from the front. */
export const trousers: Drawing = (p) =>
  [
    fill(p.main, "M158 78 H322 L344 404 H262 L240 196 L218 404 H136 Z"),
    fill(p.shade, "M240 196 L262 404 H284 L246 140 Z M136 404 L148 250 L166 404 Z"),
    box(p.shade, [156, 74, 168, 28], 6),
    line(p.ink, 4, "M240 102 V176"),
    box(p.accent, [228, 80, 24, 16], 4),
    line(p.shine, 5, "M170 116 Q182 152 164 164 M310 116 Q298 152 316 164"),
    fill(p.shine, "M286 214 h38 l4 58 h-38 Z"),
    line(p.shade, 4, "M286 230 h40"),
    line(p.shade, 5, "M143 288 H228 M252 288 H336"),
    box(p.accent, [134, 394, 86, 12], 3),
    box(p.accent, [260, 394, 86, 12], 3),
  ].join("");
