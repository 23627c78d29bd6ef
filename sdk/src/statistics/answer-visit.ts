import type { Random } from "../kernel/index.js";
import { limits, patterns } from "../wire/index.js";
import { unmet, waiting } from "./answer-late.js";
import { shuffle } from "./below.js";
import { enqueue, type Sender } from "./enqueue.js";
import { give } from "./give.js";
import { affordable, charges } from "./ledger.js";
import { policyOf, type StatisticsPolicy } from "./policy.js";
import { interestQuestions, questionsOf, slotQuestion, type Interests, type Question } from "./questions.js";
import type { Charge, Given, SlotOutcome, StatisticsRecord, VisitOutcomes } from "./record.js";

/** What `answerVisit` is given. */
export interface VisitToAnswer extends Sender {
  outcomes: VisitOutcomes;
  record: StatisticsRecord;
  random: Random;
  policy?: Partial<StatisticsPolicy>;
  /** Without them the visitor is not asked about topics. */
  interests?: Interests | undefined;
}

const day = 86_400_000;
/** As many as always fit a report, whatever their names and cells. */
const answersMost = 4;

/** A question that was drawn, with its answer. */
interface Drawn {
  question: Question;
  given: Given;
}

/**
 * Answers the questions of a visit, once: draws the randomized answers, charges the ledger and puts the encoded report
 * in the queue. Store the record returned in one write before anything is sent. A visit answered before changes nothing.
 *
 * When the budget cannot pay for all questions, or a report cannot hold them, those answered are drawn at random, and
 * before any answer is looked at. Slots whose name or number of variants the format cannot carry are not asked about.
 *
 * A late question is drawn, paid for and answered as the others are, so that it is drawn as often as its slot's own; but its
 * answer is kept for `answerLate`, until another visit that met the slot is answered.
 *
 * @throws HeimspielError `parameter-range` for a policy out of bounds or a broken `random`
 * @example
 * const { record } = answerVisit({ site: "outdoor", outcomes, record: old, now, random, newId: nanoid });
 */
export function answerVisit(visit: VisitToAnswer): { record: StatisticsRecord } {
  const { outcomes, record, now, random } = visit;
  const policy = policyOf(visit.policy);
  const slots = openSlots(outcomes, record);
  const open = [...slots.flatMap(questionsOf), ...openInterests(visit)].filter(
    ({ kind }) => policy[kind] > 0,
  );
  if (open.length === 0) return { record };
  const paid = pay(shuffle(open, random), policy, affordable(record.ledger, now, policy.budget));
  const drawn = paid.map((question) => ({ question, given: give(question, policy[question.kind], random) }));
  const said = drawn.filter(({ question }) => question.kind !== "late");
  const next: StatisticsRecord = {
    ...record,
    ledger: charged(record.ledger, drawn, now),
    answered: { ...recent(record.answered, now), ...marks(slots, said, visit) },
    late: {
      ...unmet(
        waiting(record.late, now),
        slots.map(({ slot }) => slot),
      ),
      ...reserved(drawn, now),
    },
  };
  return {
    record: enqueue(
      next,
      said.map(({ given }) => given),
      visit,
    ),
  };
}

/** The slots that are to be answered for, if the format can carry them. */
const openSlots = ({ answered, id, slots }: VisitOutcomes, record: StatisticsRecord): SlotOutcome[] =>
  Object.values(slots).filter(({ slot, variants }) => {
    const q = slotQuestion(slot);
    return (
      !answered &&
      record.answered[q] !== id &&
      patterns.question.test(q) &&
      variants.length > 0 &&
      // Three cells for each, and "none".
      3 * variants.length < limits.cells
    );
  });

/** The questions about topics, where there are any, four weeks after they were answered last. */
const openInterests = ({ interests, outcomes, record, now }: VisitToAnswer): Question[] =>
  interests && !outcomes.answered
    ? interestQuestions(interests).filter(
        ({ q, cells }) => cells.length > 1 && !(q in recent(record.answered, now)),
      )
    : [];

/** The questions that the budget pays for, the first ones first. */
function pay(questions: readonly Question[], policy: StatisticsPolicy, budget: number): Question[] {
  let left = budget;
  const paid = questions.filter(({ kind }) => {
    if (policy[kind] > left) return false;
    left -= policy[kind];
    return true;
  });
  return paid.slice(0, answersMost);
}

/** The ledger with what the answers cost. Nothing is forgotten but when something is added. */
const charged = (ledger: Charge[], drawn: readonly Drawn[], now: number): Charge[] =>
  drawn.length > 0
    ? [...charges(ledger, now), ...drawn.map(({ given }) => ({ at: now, micro: given.answer.eps }))]
    : ledger;

/** What was answered when; of slots which visit was decided for, whether or not they were drawn. */
const marks = (slots: readonly SlotOutcome[], said: readonly Drawn[], { outcomes, now }: VisitToAnswer) => ({
  ...Object.fromEntries(said.map(({ question }) => [question.q, now])),
  ...Object.fromEntries(slots.map(({ slot }) => [slotQuestion(slot), outcomes.id])),
});

/** The late answers drawn, to be sent when their goals are reached. */
const reserved = (drawn: readonly Drawn[], at: number): StatisticsRecord["late"] =>
  Object.fromEntries(
    drawn.flatMap(({ question, given }) =>
      question.kind === "late" && question.goal !== undefined
        ? [[question.q, { ...given, goal: question.goal, at }] as const]
        : [],
    ),
  );

/** Forgets slots not met, and questions not answered, for 28 days. */
const recent = (answered: StatisticsRecord["answered"], now: number): StatisticsRecord["answered"] =>
  Object.fromEntries(Object.entries(answered).filter(([, at]) => at > now - 28 * day));
