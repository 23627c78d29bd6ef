import type { Random } from "../kernel/index.js";
import { cellsHash, encodeReport, limits, patterns, toBase64url, type Answer } from "../wire/index.js";
import { shuffle } from "./below.js";
import { bit } from "./bit.js";
import { charges, spent } from "./ledger.js";
import { policyOf, type StatisticsPolicy } from "./policy.js";
import { questionsOf, type Question } from "./questions.js";
import { kept } from "./queue.js";
import type { StatisticsRecord, VisitOutcomes } from "./record.js";
import { subset } from "./subset.js";

/** What `answerVisit` is given. */
export interface VisitToAnswer {
  site: string;
  outcomes: VisitOutcomes;
  record: StatisticsRecord;
  /** Milliseconds since 1970. */
  now: number;
  random: Random;
  /** A new report id: 21 url-safe characters, such as nanoid's. */
  newId: () => string;
  policy?: Partial<StatisticsPolicy>;
}

const day = 86_400_000;
/** As many as always fit a report, whatever their names and cells. */
const answersMost = 4;

/**
 * Answers the questions of a visit, once: draws the randomized answers, charges the ledger and puts the encoded report
 * in the queue. Store the record returned in one write before anything is sent. A visit answered before changes nothing.
 *
 * When the budget cannot pay for all questions, or a report cannot hold them, those answered are drawn at random, and
 * before any answer is looked at. Slots whose name or number of variants the format cannot carry are not asked about.
 *
 * @throws HeimspielError `parameter-range` for a policy out of bounds or a broken `random`
 * @example
 * const { record } = answerVisit({ site: "outdoor", outcomes, record: old, now, random, newId: nanoid });
 */
export function answerVisit(visit: VisitToAnswer): { record: StatisticsRecord } {
  const { outcomes, record, now, random } = visit;
  const policy = policyOf(visit.policy);
  const open = openQuestions(outcomes, record);
  if (open.length === 0) return { record };
  const paid = affordable(shuffle(open, random), policy, policy.budget - spent(record.ledger, now));
  const answers = paid.map((question) => answer(question, policy[question.kind], random));
  return {
    record: {
      v: 1,
      ledger: [...charges(record.ledger, now), ...answers.map(({ eps }) => ({ at: now, micro: eps }))],
      queue: kept(answers.length > 0 ? [...record.queue, report(visit, answers)] : record.queue, now),
      answered: {
        ...recent(record.answered, now),
        ...Object.fromEntries(open.map(({ q }) => [q, outcomes.id])),
      },
    },
  };
}

function openQuestions({ answered, id, slots }: VisitOutcomes, record: StatisticsRecord): Question[] {
  if (answered) return [];
  return Object.values(slots)
    .flatMap(questionsOf)
    .filter(({ q, cells }) => patterns.question.test(q) && cells.length <= limits.cells)
    .filter(({ q, cells }) => cells.length >= limits.cellsLeast && record.answered[q] !== id);
}

function affordable(questions: readonly Question[], policy: StatisticsPolicy, budget: number): Question[] {
  let left = budget;
  const paid = questions.filter(({ kind }) => {
    if (policy[kind] > left) return false;
    left -= policy[kind];
    return true;
  });
  return paid.slice(0, answersMost);
}

function answer(question: Question, eps: number, random: Random): Answer {
  const { q, cells } = question;
  const common = { q, cells: cells.length, hash: cellsHash(cells), eps };
  if (question.kind === "slot") {
    return { ...common, m: "ss", a: toBase64url(subset(question.cell, cells.length, eps, random)) };
  }
  const said = bit(question.value, eps, random);
  return { ...common, m: "rr", arm: question.arm, a: toBase64url(Uint8Array.of(Number(said))) };
}

function report({ site, now, newId }: VisitToAnswer, answers: Answer[]): StatisticsRecord["queue"][number] {
  const id = newId();
  return { id, body: encodeReport({ v: 1, site, id, day: Math.floor(now / day), answers }), at: now };
}

/** Forgets slots not met for 28 days. */
const recent = (answered: StatisticsRecord["answered"], now: number): StatisticsRecord["answered"] =>
  Object.fromEntries(Object.entries(answered).filter(([, at]) => at > now - 28 * day));
