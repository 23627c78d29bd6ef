/** What JSON can hold. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A condition in the MongoDB-query style that GrowthBook documents: https://docs.growthbook.io/lib/build-your-own#evalcondition */
export type Condition = { [key: string]: Json };

/** What is known on the device, as nested objects: `interest.hiking` is `facts.interest.hiking`. */
export type Facts = Readonly<Record<string, unknown>>;

/** A fact that made a condition true. */
export interface Used {
  path: string;
  value: unknown;
}

/** A compiled condition. Appends to `used` the facts that made it true; leaves `used` alone when it is false. */
export type Test = (facts: Facts, used?: Used[]) => boolean;

/** GrowthBook's saved groups, for `$inGroup` and `$notInGroup`: group id → its members. */
export type Groups = Readonly<Record<string, readonly Json[]>>;

/** What conditions can be read. */
export interface Language {
  /** Whether it is all of it. If not, a condition that cannot be read may be one of a larger part. */
  isWhole: boolean;
  /** Throws `ConditionError`. */
  parse(text: string): Condition;
  compile(condition: Condition): Test;
}
