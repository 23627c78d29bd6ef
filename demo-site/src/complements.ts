import type { CategoryId } from "./catalogue/index.js";

/** What is needed next after a purchase, with the share of buyers an experienced salesperson would guess. */
export const complements: Readonly<
  Partial<Record<CategoryId, Readonly<Partial<Record<CategoryId, number>>>>>
> = {
  "hiking-boots": { "travel-gear": 0.5, "hiking-clothing": 0.4, backpacks: 0.3 },
  "hiking-clothing": { "hiking-boots": 0.3, backpacks: 0.3 },
  tents: { "sleeping-bags": 0.6, backpacks: 0.3 },
  "sleeping-bags": { tents: 0.4, backpacks: 0.2 },
  "trail-running": { "hiking-clothing": 0.3 },
  climbing: { "trail-running": 0.2, backpacks: 0.2 },
  backpacks: { "travel-gear": 0.4, "sleeping-bags": 0.2 },
  "travel-gear": { backpacks: 0.4 },
};
