/** Mixes two `#rrggbb` colours; `share` is the part of the second, 0 to 1. */
export function mix(from: string, to: string, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const a = Number.parseInt(from.slice(at, at + 2), 16);
    const b = Number.parseInt(to.slice(at, at + 2), 16);
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${parts.join("")}`;
}

/** A colour towards white. */
export function light(colour: string, share: number): string {
  return mix(colour, "#ffffff", share);
}

/** A colour towards a deep night green. */
export function dark(colour: string, share: number): string {
  return mix(colour, "#14201c", share);
}
