import type { Key } from "./schema.js";

const name = /^[a-z\d]+(-[a-z\d]+)*$/;
const anything = /^/;

/** What each attribute's text has to look like, by the attribute's name without the prefix. */
const formats: Partial<Record<string, Partial<RegExp>>> = {
  slot: name,
  variant: name,
  goal: name,
  why: name,
  choose: /^(first|test|best)$/,
  cap: /^[1-9]\d{0,8}\/(visit|day|week)$/,
  holdout: /^(\d{1,2}(\.\d+)?|100)$/,
  weight: /^\d{1,6}(\.\d+)?$/,
  wait: /^(\d{1,4}|10000)$/,
  topics: /^([^\s:]+(:\d+(\.\d+)?)?(\s+|$))*$/,
  when: anything,
  facet: anything,
  text: /^declared\.\S+$/,
  rank: /^interest$/,
  quiz: anything,
  hydrate: anything,
  ignore: anything,
  state: anything,
  active: anything,
} satisfies Record<Key, RegExp>;

/** What an element's attributes say, by their names without the prefix. */
export interface Texts extends Partial<Record<Key, string>> {
  /** The last attribute at fault: an unknown name, with a slip in the prefix perhaps, or a text that is not sound. */
  wrong?: string;
}

/** What can be asked of an element, in a document or in a parsed file. */
export interface Attributed {
  getAttribute(name: string): string | null;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
}

/**
 * Reads the `data-heim-*` attributes of an element. The class `heim-slot--home-hero`, for a CMS that lets an author set
 * classes only, counts as `data-heim-slot="home-hero"`.
 * @param wrong hears of each attribute at fault; its text is not among those returned
 * @example readTexts(template).when
 */
export function readTexts(element: Attributed, wrong?: (attribute: string, text: string) => void): Texts {
  const texts: Texts = {};
  const take = (attribute: string, text: string): void => {
    const key = attribute.replace("data-heim-", "");
    // "constructor" is in every object, but has no `test`.
    if (formats[key]?.test?.(text)) texts[key as Key] = text;
    else {
      texts.wrong = attribute;
      wrong?.(attribute, text);
    }
  };
  const alias = element.getAttribute("class")?.split("heim-slot--")[1];
  if (alias !== undefined) take("data-heim-slot", alias.replace(/\s.*/s, ""));
  for (const { name, value } of element.attributes) {
    if (/^data-(heim|him|hiem|ehim)-/.test(name)) take(name, value.trim());
  }
  return texts;
}
