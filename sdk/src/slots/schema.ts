/** Every attribute the SDK reads or sets, in one place. */
export const schema = {
  slot: "data-heim-slot",
  variant: "data-heim-variant",
  when: "data-heim-when",
  choose: "data-heim-choose",
  weight: "data-heim-weight",
  holdout: "data-heim-holdout",
  goal: "data-heim-goal",
  cap: "data-heim-cap",
  wait: "data-heim-wait",
  topics: "data-heim-topics",
  facet: "data-heim-facet",
  text: "data-heim-text",
  rank: "data-heim-rank",
  quiz: "data-heim-quiz",
  why: "data-heim-why",
  hydrate: "data-heim-hydrate",
  ignore: "data-heim-ignore",
  state: "data-heim-state",
  active: "data-heim-active",
} as const;

/** An attribute's name without the prefix. */
export type Key = keyof typeof schema;

/** An attribute's whole name. */
export type Attribute = (typeof schema)[Key];
