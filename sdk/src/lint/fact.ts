/** What a fact can be, for reasoning about conditions on it. */
export interface Fact {
  readonly kind: "number" | "boolean" | "text" | "list" | "any";
  /** Bounds of a number, both included. */
  readonly least?: number;
  readonly most?: number;
  readonly whole?: boolean;
  /** Always there; the others may be absent. */
  readonly given?: boolean;
  /** In words, for a remedy. */
  readonly is: string;
}

const strength: Fact = { kind: "number", least: 0, most: 1, is: "a number from 0 to 1" };
const amount: Fact = { kind: "number", least: 0, is: "a number from 0 on" };
const count: Fact = { ...amount, whole: true, is: "a whole number from 0 on" };
const days: Fact = { ...count, is: "a whole number of days" };
const topic: Fact = { kind: "text", is: "the id of a topic" };
const name: Fact = { kind: "text", is: "a name" };
const anything: Fact = { kind: "any", is: "what the visitor told" };

/** Every fact a condition may use; `*` stands for one name. Of an absent fact only some comparisons hold. */
const facts: Readonly<Partial<Record<string, Fact>>> = {
  ...{ "interest.*": strength, "need.*": strength, "facet.*.*": strength, "bought.*": days },
  ...{ top: topic, top2: topic, rising: topic, persona: name, campaign: name, channel: name },
  "declared.*": anything,
  "visit.count": { ...count, given: true },
  "visit.pages": { ...count, given: true },
  "visit.minutes": { ...count, given: true },
  "visit.days-since": days,
  "cart.items": count,
  "cart.value": amount,
  "page.type": name,
  "page.path": { kind: "text", given: true, is: "the path of the address" },
  "page.topics": { kind: "list", is: "a list of topics, asked with page.topics in (…)" },
  "device.mobile": { kind: "boolean", given: true, is: "true or false" },
  "device.language": { kind: "text", given: true, is: "a language such as de-AT" },
  "time.hour": { ...count, most: 23, given: true, is: "a whole number from 0 to 23" },
  "time.weekday": {
    ...{ ...count, least: 1, most: 7, given: true },
    is: "a whole number from 1 (Monday) to 7 (Sunday)",
  },
};

/** The names of all facts, `interest.*` for those of topics. */
export const factNames: readonly string[] = Object.keys(facts);

/**
 * What is known of a fact; undefined for a name that none has.
 * @example factOf("interest.hiking")?.most // 1
 */
export function factOf(path: string): Fact | undefined {
  const pattern = path.replace(
    /^(interest|need|bought|declared)\.[^.]+$|^(facet)\.[^.]+\.[^.]+$/,
    (_, one, two) => (one ? `${String(one)}.*` : `${String(two)}.*.*`),
  );
  return Object.hasOwn(facts, pattern) ? facts[pattern] : undefined;
}
