import { estimate, plan } from "heimspiel/statistics";
import { answersAtLeast, tell, tooFew, type Randomized, type Result, type Support } from "./result.js";

/**
 * The share of each cell, with the interval that covers sampling and privacy noise.
 * @returns one result a cell; "not enough data" under 100 answers or three standard errors
 * @example cells({ n: 2000, support: [1400, 500, 300, 250] }, { cells: 4, epsilon: 3_000_000 })[0]
 */
export function cells({ n, support }: Support, question: Randomized): Result[] {
  const { p, q } = plan(question.cells, question.epsilon);
  return Array.from({ length: question.cells }, (_, cell) =>
    n < answersAtLeast ? tooFew : tell(estimate({ n, support: support[cell] ?? 0, p, q }), n),
  );
}
