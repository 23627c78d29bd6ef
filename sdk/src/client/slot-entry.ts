import { readCap, type SlotMarkup } from "../slots/index.js";

/** A slot's entry as it comes over the attributes. */
export type SlotOverrides = Partial<
  Pick<SlotMarkup, "goal" | "holdout" | "choose" | "cap" | "weights" | "namespace">
>;

const isNumber = (value: unknown): value is number => typeof value === "number" && value >= 0;

/** Takes each field that is sound: its value as the decision wants it, or undefined. */
const fields: Readonly<Record<string, (value: unknown) => unknown>> = {
  goal: (value) => (/^[a-z\d]+(-[a-z\d]+)*$/.test(String(value)) ? value : undefined),
  holdout: (value) => (isNumber(value) && value <= 100 ? value : undefined),
  choose: (value) => (/^(first|test|best)$/.test(String(value)) ? value : undefined),
  cap: (value) =>
    /^[1-9]\d{0,8}\/(visit|day|week)$/.test(String(value)) ? readCap(String(value)) : undefined,
  weights: (value) =>
    typeof value === "object" && value && Object.values(value).every(isNumber) ? value : undefined,
  namespace: (value) =>
    Array.isArray(value) && typeof value[0] === "string" && isNumber(value[1]) && isNumber(value[2])
      ? value
      : undefined,
};

/**
 * Reads what the manifest says of one slot. The names of its variants are for the dashboard, and left out.
 * @param malformed hears of each field that is left out, as `.cap`, or "" where the whole is no entry
 * @example readSlotEntry({ cap: "3/day" }, warn) // { cap: { count: 3, per: "day" } }
 */
export function readSlotEntry(entry: unknown, malformed: (key: string) => void): SlotOverrides {
  const overrides: Record<string, unknown> = {};
  if (typeof entry !== "object" || !entry) malformed("");
  for (const [key, value] of Object.entries(entry ?? {})) {
    if (key === "variants") continue;
    const taken = Object.hasOwn(fields, key) ? fields[key]?.(value) : undefined;
    if (taken === undefined) malformed(`.${key}`);
    else overrides[key] = taken;
  }
  return overrides;
}
