import { boot } from "./footwear.js";
import { dome } from "./camp.js";
import { duffel } from "./carry.js";
import { rope } from "./rock.js";
import { fir, landscape, type Mood } from "./landscape.js";
import { createPaint, fill, line } from "./paint.js";
import { icons } from "./icons.js";

const morning: Mood = { sky: ["#9cc3c9", "#f4e6c8"], sun: "#fff4d6", far: "#8fb0ad", near: "#22483b" };
const andes: Mood = { sky: ["#e58f5a", "#f7dca2"], sun: "#fff0c4", far: "#c77b5f", near: "#4a2b3a" };
const forest: Mood = { sky: ["#b9d6c4", "#f3f0d5"], sun: "#fffbe0", far: "#86ad8c", near: "#1f4031" };
const night: Mood = { sky: ["#1d3550", "#e0a070"], sun: "#f8dfae", far: "#4f6482", near: "#16243a" };
const rock: Mood = { sky: ["#8fb4cf", "#e9edea"], sun: "#ffffff", far: "#9aa3ab", near: "#3c444d" };

const wide = { width: 1600, height: 700 };
const tile = { width: 480, height: 320 };

/** All pictures that are not products, by file name. */
export function scenery(): Readonly<Record<string, string>> {
  return {
    ...icons,
    "hero-standard": landscape(morning, wide, 3, trees()),
    "hero-peru": landscape(andes, wide, 8, steps()),
    "hero-hiking": landscape(
      forest,
      wide,
      5,
      trees() + placed(boot(createPaint("#7a5536", "#d9a441")), [1010, 250, 1.0]),
    ),
    "tile-hiking": landscape(
      forest,
      tile,
      5,
      placed(boot(createPaint("#7a5536", "#d9a441")), [286, 150, 0.4]),
    ),
    "tile-camping": landscape(
      night,
      tile,
      2,
      placed(dome(createPaint("#d98b2b", "#f6d98a")), [262, 132, 0.44]),
    ),
    "tile-mountain-sports": landscape(
      rock,
      tile,
      11,
      placed(rope(createPaint("#d0562e", "#f1d17a")), [300, 140, 0.4]),
    ),
    "tile-travel": landscape(
      andes,
      tile,
      8,
      placed(duffel(createPaint("#c9652f", "#28323b")), [276, 138, 0.42]),
    ),
  };
}

function placed(drawing: string, [x, y, scale]: readonly [number, number, number]): string {
  return `<g transform="translate(${x} ${y}) scale(${scale})">${drawing}</g>`;
}

function trees(): string {
  const places = [60, 150, 205, 300, 1180, 1290, 1350, 1460, 1540];
  return places
    .map((x, n) => fir(x, 690 - (n % 3) * 14, 110 + ((n * 37) % 70), n % 2 ? "#16332a" : "#1c3d31"))
    .join("");
}

/** Andean terraces and a winding path. */
function steps(): string {
  const terraces = [0, 1, 2, 3, 4].map((n) => {
    const y = 560 + n * 32;
    return fill(
      n % 2 ? "#6f8a4a" : "#5b7740",
      `M${900 - n * 40} ${y} Q1200 ${y - 46} 1600 ${y - 20} V700 H${860 - n * 40} Z`,
    );
  });
  return (
    terraces.join("") +
    line("#f3dcae", 10, "M980 700 Q1120 640 1080 600 Q1040 560 1180 530 Q1290 505 1260 470")
  );
}
