import { readTexts } from "./read-texts.js";
import { ignoreSelector, slotSelector } from "./selectors.js";

/** Hears which element is at fault. What is wrong with it, `explainFaults` finds out when there is time. */
export type Fault = (element: Element) => void;

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
  readonly when?: string | undefined;
  readonly weight?: number | undefined;
  readonly cap?: Cap | undefined;
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
  readonly goal?: string | undefined;
  readonly cap?: Cap | undefined;
  /** By the manifest's word: shares of a `test`, and which devices take part. */
  readonly weights?: Readonly<Record<string, number>> | undefined;
  readonly namespace?: readonly [name: string, from: number, to: number] | undefined;
  /** In order of priority. */
  readonly variants: readonly VariantMarkup[];
}

/**
 * Reads a slot's attributes and those of its templates. A fault leaves the default content in place: a faulty variant is
 * left out, a faulty slot has no variants. Never throws.
 * @param fault called with each element at fault, the slot or a template, to be handed to `explainFaults`
 * @param element one that `findParts` has found; whether it is to be ignored is not asked again
 * @returns `undefined` for an element that is no slot or has no proper name
 * @example readSlot(element, (at) => faults.add(at))?.variants.map(({ name }) => name)
 */
export function readSlot(element: HTMLElement, fault: Fault): SlotMarkup | undefined {
  const { slot: name, choose = "first", holdout = 0, goal, cap, wrong } = readTexts(element);
  if (wrong) fault(element);
  if (!name) return undefined;
  return {
    element,
    name,
    choose: choose as Choose,
    holdout: +holdout,
    goal,
    cap: readCap(cap),
    variants: wrong ? [] : readVariants(element, fault),
  };
}

function readVariants(slot: HTMLElement, fault: Fault): VariantMarkup[] {
  const variants: VariantMarkup[] = [];
  for (const template of slot.querySelectorAll("template")) {
    // The templates of a slot within this slot are not ours.
    if (template.closest(`${slotSelector},${ignoreSelector}`) !== slot) continue;
    const { variant: name, when, weight, cap, topics = "", wrong } = readTexts(template);
    if (wrong || variants.some((variant) => variant.name === name)) fault(template);
    else if (name)
      variants.push({
        name,
        when,
        weight: weight ? +weight : undefined,
        cap: readCap(cap),
        topics: topics.replace(/:\S*/g, "").match(/\S+/g) ?? [],
        template,
      });
  }
  return variants;
}

/** `3/day`, once it is known to be sound. */
export function readCap(text: string | undefined): Cap | undefined {
  const [count, per] = text?.split("/") ?? [];
  return count ? { count: +count, per: per as Cap["per"] } : undefined;
}
