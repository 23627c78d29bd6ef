import { plan } from "heimspiel/statistics";
import { shares } from "./covariance.js";
import { goalsApart } from "./rates.js";

/** What is to be found out. */
export interface Wish {
  /** Goal rate without the effect, 0 to 1. */
  readonly rate: number;
  /** The smallest difference worth knowing, in absolute terms: 0.01 is one percentage point; may be negative. */
  readonly effect: number;
  /** ε in millionths. */
  readonly epsilon: number;
  /** Cells of the question: 2 is the uplift; 7 and more a slot, whose variants are compared. */
  readonly cells: number;
  /** Share of the answers in the two groups that are compared: the arms, or visits that saw one and the other variant. */
  readonly groups: readonly [number, number];
  /** Answers that come in a day. */
  readonly perDay?: number | undefined;
}

/** How long it takes to find it out; days only where it is known how many answers come. */
export interface Required {
  readonly answers: number;
  readonly days: number | undefined;
}

// 97.5 % and 80 % points of the normal distribution: two-sided 5 %, power 80 %.
const points = 1.959963984540054 + 0.8416212335729143;

/**
 * Answers after which an effect of this size would be found four times of five, were one to look once, with a false alarm
 * in 20: n = (1.96 + 0.84)² · V / effect², where V is the variance that one answer leaves to the difference, privacy
 * noise and all (Cohen 1988, Statistical Power Analysis, with the variance of the randomized answer).
 * @returns undefined for what cannot be: no effect, a rate outside 0 to 1, groups nobody is in, too few cells
 * @example required({ rate: 0.04, effect: 0.01, epsilon: 3_000_000, cells: 2, groups: [0.1, 0.9] })
 */
export function required(wish: Wish): Required | undefined {
  const { rate, effect, cells, groups, perDay } = wish;
  const within = (value: number): boolean => value >= 0 && value <= 1;
  const possible = within(rate) && within(rate + effect) && effect !== 0;
  const met = groups[0] > 0 && groups[1] > 0 && groups[0] + groups[1] <= 1 + 1e-9;
  if (!possible || !met || (cells !== 2 && cells < 7)) return undefined;
  const variance = cells === 2 ? armsVariance(wish) : variantsVariance(wish);
  const answers = Math.ceil((points ** 2 * variance) / effect ** 2);
  return { answers, days: perDay !== undefined && perDay > 0 ? Math.ceil(answers / perDay) : undefined };
}

function armsVariance({ rate, effect, epsilon, groups }: Wish): number {
  const { p, q } = plan(2, epsilon);
  const of = (goal: number): number => {
    const theta = q + goal * (p - q);
    return (theta * (1 - theta)) / (p - q) ** 2;
  };
  return of(rate) / groups[0] + of(rate + effect) / groups[1];
}

/** The delta method's, as in the difference itself, were the two variants' visits and goals just so. */
function variantsVariance({ rate, effect, epsilon, cells, groups: [one, other] }: Wish): number {
  const truth = Array.from({ length: cells }, () => 0);
  const second = rate + effect;
  truth.splice(
    0,
    7,
    1 - one - other,
    one * (1 - rate),
    0,
    one * rate,
    other * (1 - second),
    0,
    other * second,
  );
  const { p, q } = plan(cells, epsilon);
  const all = shares({ n: 1, support: truth.map((share) => q + share * (p - q)) }, { cells, epsilon });
  return goalsApart(all, [1, 0], cells).standardError ** 2;
}
