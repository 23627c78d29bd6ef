import { readFile } from "node:fs/promises";
import * as v from "valibot";
import type { SlotNames } from "../store/index.js";
import { Failure } from "./failure.js";

const manifestSchema = v.object({ slots: v.optional(v.record(v.string(), v.unknown()), {}) });

const slotSchema = v.object({
  variants: v.optional(v.array(v.string()), []),
  goal: v.optional(v.string()),
  holdout: v.optional(v.number()),
});

/**
 * Reads the names of slots and variants from a site's heimspiel.json. A slot that cannot be read is skipped and named
 * to `warn`, so that one mistake does not hide the others.
 * @throws Failure when the file is missing or is no manifest
 */
export async function readManifest(
  path: string,
  warn: (message: string) => void,
): Promise<Record<string, SlotNames>> {
  const parsed = v.safeParse(manifestSchema, await readJson(path));
  if (!parsed.success) throw new Failure(`${path}: ${v.summarize(parsed.issues)}`);
  const slots: Record<string, SlotNames> = {};
  for (const [name, value] of Object.entries(parsed.output.slots)) {
    const slot = v.safeParse(slotSchema, value);
    if (!slot.success) warn(`${path}: slot "${name}" is skipped: ${v.summarize(slot.issues)}`);
    else if (slot.output.variants.length > 0) slots[name] = slot.output;
  }
  return slots;
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (cause) {
    throw new Failure(`${path}: ${cause instanceof Error ? cause.message : "cannot be read"}`, { cause });
  }
}
