import { nearest } from "../slots/nearest.js";
import { readTexts, type Texts } from "../slots/read-texts.js";
import { name as nameOf, word, type Repair } from "../slots/repair.js";
import { repairs } from "../slots/repairs.js";
import { schema } from "../slots/schema.js";
import type { Fault } from "./finding.js";
import { attributeOf, type Markup } from "./markup.js";
import type { Names } from "./names.js";
import { wrongTopic } from "./lint-names.js";

/** A fault of an element or of one of its attributes. */
export interface AttributeFault extends Fault {
  readonly attribute?: string;
}

const attributes: readonly string[] = Object.values(schema);

/** What `readTexts` does not ask, since nothing breaks by it. */
const soft: ReadonlyMap<string, { sound: RegExp; right: Repair }> = new Map([
  [
    schema.facet,
    { sound: /^[^\s:]+:[^\s:]+(\s+[^\s:]+:[^\s:]+)*$/, right: (text) => text.replace(/\s*[:=]\s*/g, ":") },
  ],
  [
    schema.why,
    {
      sound: /^(off|(top|bottom)-(left|right))$/,
      right: word(["off", "top-right", "top-left", "bottom-right", "bottom-left"]),
    },
  ],
  [schema.quiz, { sound: /^(false|[a-z\d]+(-[a-z\d]+)*)$/, right: nameOf }],
]);

/** Where two texts part. */
function departure(text: string, right: string): number {
  let at = 0;
  while (at < right.length && text[at] === right[at]) at++;
  return at;
}

const wrongValue = (attribute: string, value: string, right: string): AttributeFault => {
  const text = value.trim();
  const isMended = right !== text && right !== "";
  return {
    rule: "attribute-value",
    attribute,
    offset: value.indexOf(text) + departure(text, right),
    message: `${attribute}="${text}" cannot be read`,
    remedy: isMended ? `did you mean "${right}"?` : "see the table of attributes",
  };
};

/** An attribute that wants to be one of ours: `heim-slot`, `data-heimslot`. What `readTexts` finds itself is not among them. */
const almost =
  /^(data-?|heim-)(heim|him|hiem|ehim|hem|hein)?-?(slot|variant|when|choose|goal|holdout|weight|cap|topics)$/;
const found = /^data-(heim|him|hiem|ehim)-/;

const unknown = (attribute: string): AttributeFault => ({
  rule: "unknown-attribute",
  attribute,
  message: `there is no attribute "${attribute}"`,
  remedy: `did you mean "${nearest(attribute, attributes)}"?`,
});

/** What an element's attributes say. */
export interface Read {
  readonly texts: Texts;
  /** Names of the attributes that are there, or were probably meant to be. */
  readonly meant: ReadonlySet<string>;
  /** What cannot be read. */
  readonly faults: readonly AttributeFault[];
}

/** Reads an element's attributes as the script does, and says what of them cannot be read. */
export function lintAttributes(element: Markup): Read {
  const faults: AttributeFault[] = [];
  const meant = new Set<string>();
  const view = {
    attributes: element.attributes,
    getAttribute: (name: string) => attributeOf(element, name) ?? null,
  };
  const texts = readTexts(view, (attribute, text) => {
    if (!attributes.includes(attribute)) return void faults.push(unknown(attribute));
    const right = repairs[attribute] ?? ((text: string) => text);
    const value = attributeOf(element, attribute);
    if (value !== undefined) return void faults.push(wrongValue(attribute, value, right(text)));
    faults.push({ ...wrongValue("class", `heim-slot--${text}`, `heim-slot--${right(text)}`), offset: 0 });
  });
  if (texts.slot !== undefined || faults.some(({ attribute }) => attribute === "class"))
    meant.add(schema.slot);
  for (const { name, value } of element.attributes) {
    const isSlip = almost.test(name) && /h[ei]/.test(name);
    if (isSlip && !found.test(name)) faults.push(unknown(name));
    if (isSlip || found.test(name)) meant.add(nearest(name, attributes));
    const rule = soft.get(name);
    if (rule && !rule.sound.test(value.trim()))
      faults.push(wrongValue(name, value, rule.right(value.trim())));
  }
  return { texts, meant, faults };
}

/**
 * Topics in `data-heim-topics` that are sensitive, or that the manifest does not know; other names of a topic are fine.
 * @param value the attribute's
 */
export const lintTopics = (value: string, names: Names): AttributeFault[] =>
  [...value.matchAll(/\S+/g)].flatMap(({ 0: word, index: offset }) => {
    const topic = word.replace(/:.*/, "").toLowerCase();
    const wrong = names.aliases.has(topic) ? undefined : wrongTopic(topic, names);
    return wrong ? [{ ...wrong, attribute: schema.topics, offset }] : [];
  });
