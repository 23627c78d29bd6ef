/** What the merchant says about one topic (`manifest.topics`). */
export interface TopicPolicy {
  /** Ancestors, nearest first. */
  parents?: readonly string[];
  /** Never recorded, like the built-in list of sensitive topics. */
  sensitive?: boolean;
  /** Long half-life of this topic, in days. */
  halfLife?: number;
  /** Days after which the same thing is bought again: the rest after a purchase. */
  repurchase?: number;
  label?: string | Readonly<Record<string, string>>;
}

/** The numbers of the model that deciding needs. */
export interface Rules {
  halfLifeDays: number;
  visitHalfLifeMinutes: number;
  /** Score at which the strength reaches 1 − 1/e. */
  kappa: number;
  /** How much the visit's score adds to the long one. */
  visitShare: number;
  topics: Readonly<Record<string, TopicPolicy>>;
  /** Bought topic → topics that go with it → P(topic | bought), 0..1. */
  complements: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** The numbers of the model. Every function takes a part of it; the rest is by default. */
export interface Policy extends Rules {
  /** From how many signals, on how many different pages, a topic counts. Applied as the signals are folded. */
  evidence: { signals: number; pages: number };
  /** Rest after a purchase, where a topic has no `repurchase` of its own. Applied as the purchase is folded. */
  restDays: number;
  expiryDays: number;
  eraseMonths: number;
}

export const minute = 60_000;
export const day = 86_400_000;

/**
 * Defaults of the model. With κ = 4 and a visit share of ½, three views of a topic give 0.68 in the visit and 0.53 after
 * it; three views of its children (half weight) give 0.43 in the visit.
 */
const deciding: Rules = {
  halfLifeDays: 14,
  visitHalfLifeMinutes: 30,
  kappa: 4,
  visitShare: 0.5,
  topics: {},
  complements: {},
};

/** What only learning needs. */
const learning = { restDays: 60, evidence: { signals: 3, pages: 2 }, expiryDays: 90, eraseMonths: 13 };

/** The merchant's policy over the defaults, in what deciding needs, which is loaded first. */
export const rulesOf = (policy?: Partial<Policy>): Rules => ({ ...deciding, ...policy });

/** The merchant's policy over all defaults. */
export const learningRulesOf = (policy?: Partial<Policy>): Policy => ({ ...learning, ...rulesOf(policy) });
