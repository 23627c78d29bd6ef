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

/** The numbers of the model. Every function takes a part of it; the rest is `defaultPolicy`. */
export interface Policy {
  halfLifeDays: number;
  visitHalfLifeMinutes: number;
  /** Score at which the strength reaches 1 − 1/e. */
  kappa: number;
  /** How much the visit's score adds to the long one. */
  visitShare: number;
  evidence: { signals: number; pages: number };
  restDays: number;
  expiryDays: number;
  eraseMonths: number;
  topics: Readonly<Record<string, TopicPolicy>>;
  /** Bought topic → topics that go with it → P(topic | bought), 0..1. */
  complements: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export const minute = 60_000;
export const day = 86_400_000;

/**
 * Defaults of the model. With κ = 4 and a visit share of ½, three views of a topic give 0.68 in the visit and 0.53 after
 * it; three views of its children (half weight) give 0.43 in the visit.
 */
export const defaultPolicy: Policy = {
  halfLifeDays: 14,
  visitHalfLifeMinutes: 30,
  kappa: 4,
  visitShare: 0.5,
  evidence: { signals: 3, pages: 2 },
  restDays: 60,
  expiryDays: 90,
  eraseMonths: 13,
  topics: {},
  complements: {},
};

export const rulesOf = (policy?: Partial<Policy>): Policy => ({ ...defaultPolicy, ...policy });
