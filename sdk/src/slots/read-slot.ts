import type { Log } from "../kernel/ports.js";
import { checkNames } from "./check-names.js";
import { isIgnored } from "./find-slots.js";
import * as repair from "./repair.js";
import { classAlias, schema } from "./schema.js";
import { slotSelector } from "./selectors.js";
import { warnOf } from "./warn.js";

/** How often a variant or slot may be shown. */
export interface Cap {
  readonly count: number;
  readonly per: "visit" | "day" | "week";
}

/** How a slot picks among its eligible variants. */
export type Choose = "first" | "test" | "best";

/** One variant as the page marks it up. */
export interface VariantMarkup {
  readonly name: string;
  /** The condition's text, not yet parsed. */
  readonly when?: string;
  readonly weight?: number;
  readonly cap?: Cap;
  readonly topics: readonly string[];
  readonly template: HTMLTemplateElement;
}

/** One slot as the page marks it up. */
export interface SlotMarkup {
  readonly element: HTMLElement;
  readonly name: string;
  readonly choose: Choose;
  /** Percent of devices. */
  readonly holdout: number;
  /** Milliseconds. */
  readonly wait: number;
  readonly goal?: string;
  readonly cap?: Cap;
  /** In order of priority. */
  readonly variants: readonly VariantMarkup[];
}

/**
 * Reads a slot's attributes and those of its templates. A fault is warned of and leaves the default content in place:
 * a faulty variant is left out, a faulty slot has no variants. Never throws.
 * @param warn hears of every fault, with its position and what was probably meant; the first detail is the element
 * @returns `undefined` for an element that is no slot, has no proper name, or is ignored
 * @example readSlot(element, warnOnce(console.warn))?.variants.map(({ name }) => name)
 */
export function readSlot(element: HTMLElement, warn: Log): SlotMarkup | undefined {
  if (isIgnored(element)) return undefined;
  const { take, isSound } = reader(element, warn);
  const alias = [...element.classList].find((name) => name.startsWith(classAlias));
  const name = take("slot", repair.name, alias?.slice(classAlias.length));
  if (!name) return undefined;
  const goal = take("goal", repair.name);
  const slot = {
    element,
    name,
    choose: (take("choose", repair.word(["first", "test", "best"])) ?? "first") as Choose,
    holdout: +(take("holdout", repair.number(100)) ?? 0),
    wait: +(take("wait", repair.number(10_000)) ?? 200),
    ...(goal && { goal }),
    ...readCap(take),
  };
  return { ...slot, variants: isSound() ? readVariants(element, warn) : [] };
}

function readVariants(slot: HTMLElement, warn: Log): VariantMarkup[] {
  const found: VariantMarkup[] = [];
  for (const template of slot.querySelectorAll("template")) {
    // The templates of a slot within this slot are not ours.
    if (template.closest(slotSelector) !== slot || isIgnored(template)) continue;
    const variant = readVariant(template, warn);
    if (!variant) continue;
    if (found.some(({ name }) => name === variant.name))
      warn(`variant "${variant.name}" is there twice`, template);
    else found.push(variant);
  }
  return found;
}

function readVariant(template: HTMLTemplateElement, warn: Log): VariantMarkup | undefined {
  const { take, isSound } = reader(template, warn);
  const name = take("variant", repair.name);
  const when = take("when");
  const weight = take("weight", repair.number(1e6));
  const cap = readCap(take);
  const topics = (take("topics", repair.topics) ?? "").split(/\s+/).filter(Boolean);
  if (!name || !isSound()) return undefined;
  return {
    name,
    topics: topics.map((topic) => topic.replace(/:.*/, "")),
    template,
    ...(when !== undefined && { when }),
    ...(weight && { weight: +weight }),
    ...cap,
  };
}

type Take = (key: keyof typeof schema, repair?: repair.Repair, otherwise?: string) => string | undefined;

function readCap(take: Take): { cap?: Cap } {
  const [count, per] = take("cap", repair.cap)?.split("/") ?? [];
  return count ? { cap: { count: +count, per: per as Cap["per"] } } : {};
}

/** Takes an element's attributes one by one; `isSound` when its names and all texts taken so far were right. */
function reader(element: Element, warn: Log): { take: Take; isSound: () => boolean } {
  let sound = checkNames(element, warn);
  return {
    isSound: () => sound,
    take(key, repair = String, otherwise) {
      const text = (element.getAttribute(schema[key]) ?? otherwise)?.trim();
      if (text === undefined || repair(text) === text) return text;
      sound = false;
      warnOf(warn, element, schema[key] + "=", [text, repair(text)]);
      return undefined;
    },
  };
}
