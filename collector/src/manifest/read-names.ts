import { questionCells } from "heimspiel/statistics";
import * as v from "valibot";
import type { Site, SlotNames } from "../store/index.js";

/** What a site's heimspiel.json says of its questions. */
export type Names = Pick<Site, "slots" | "cells">;

const topicSchema = v.object({
  id: v.string(),
  label: v.optional(v.union([v.string(), v.record(v.string(), v.string())]), ""),
  parents: v.optional(v.array(v.string()), []),
  sensitive: v.optional(v.boolean(), false),
});

const slotSchema = v.object({
  variants: v.optional(v.array(v.string()), []),
  goal: v.optional(v.string()),
  holdout: v.optional(v.number()),
  choose: v.optional(v.string()),
  weights: v.optional(v.record(v.string(), v.number())),
});

const manifestSchema = v.object({
  topics: v.optional(v.array(v.unknown()), []),
  slots: v.optional(v.record(v.string(), v.unknown()), {}),
});

/**
 * Reads the names of slots, variants and cells from the text of a heimspiel.json. A part that cannot be read is skipped
 * and named to `warn`, so that one mistake does not hide the others.
 * @throws Error when it is no JSON or no manifest
 */
export function readNames(text: string, warn: (message: string) => void): Names {
  const parsed = v.safeParse(manifestSchema, JSON.parse(text));
  if (!parsed.success) throw new Error(v.summarize(parsed.issues));
  const topics = parsed.output.topics.flatMap((value, at) => {
    const topic = v.safeParse(topicSchema, value);
    if (topic.success) return topic.output;
    warn(`topic ${at} is skipped: ${v.summarize(topic.issues)}`);
    return [];
  });
  return { slots: readSlots(parsed.output.slots, warn), cells: { ...questionCells({ topics }) } };
}

function readSlots(
  from: Record<string, unknown>,
  warn: (message: string) => void,
): Record<string, SlotNames> {
  const slots: Record<string, SlotNames> = {};
  for (const [name, value] of Object.entries(from)) {
    const slot = v.safeParse(slotSchema, value);
    if (!slot.success) warn(`slot "${name}" is skipped: ${v.summarize(slot.issues)}`);
    else if (slot.output.variants.length > 0) slots[name] = namesOf(slot.output);
  }
  return slots;
}

/** Weights in the variants' order, and only where all have one: the others' may stand in the markup. */
function namesOf({ weights: given, ...slot }: v.InferOutput<typeof slotSchema>): SlotNames {
  const weights = slot.variants.flatMap((variant) => given?.[variant] ?? []);
  return { ...slot, ...(weights.length === slot.variants.length && { weights }) };
}
