/**
 * The two slots of the home page, named once: the pages mark them up, the manifest tells the collector of them.
 *
 * Variants stand in order of priority. Whoever owns boots and is drawn to travel gets Peru, even when hiking is still
 * the stronger interest; the boots variant rests after a purchase anyway, because its topic does.
 */
export const heroSlot = {
  name: "home-hero",
  goal: "checkout",
  holdout: 10,
  choose: "first",
  variants: ["peru", "hiking"],
  when: {
    peru: "bought.hiking-boots and (interest.travel >= 0.3 or need.travel-gear >= 0.2)",
    hiking: "interest.hiking >= 0.4",
  },
} as const;

/** An experiment between two ways to announce the packing list. */
export const tipsSlot = {
  name: "home-tips",
  goal: "packing-list",
  holdout: 0,
  choose: "test",
  variants: ["checklist", "question"],
} as const;
