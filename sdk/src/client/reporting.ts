import { nanoid } from "nanoid";
import type { Store, Transport } from "../kernel/index.js";
import {
  answerLate,
  answerVisit,
  dueReports,
  markSent,
  readPolicy,
  type StatisticsPolicy,
  type StatisticsRecord,
  type VisitOutcomes,
} from "../statistics/index.js";
import { interestsOf, type Asking } from "./asked-interests.js";
import type { Core } from "./core.js";
import { recordOf } from "./statistics-record.js";

const key = "statistics";

/** Posts without cookie or referrer, and to the end even when the page is left. */
const postWith =
  (window: Window): Transport =>
  async (url, body) => {
    const response = await window.fetch(url, {
      method: "POST",
      body,
      keepalive: true,
      credentials: "omit",
      referrerPolicy: "no-referrer",
    });
    return response.status;
  };

/** Whether a status is the last word on a report: taken, or refused for a reason that a retry cannot change. */
const isFinal = (status: number): boolean =>
  status < 400 || (status < 500 && status !== 408 && status !== 429);

/** Sends what is due, oldest first, until one cannot be delivered; the rest waits for the next visit. */
export async function sendDue(
  core: Core,
  store: Store,
  transport: Transport = postWith(core.window),
): Promise<void> {
  const { options, consent, clock, log, emitter } = core;
  const grant = consent.gate.grant("statistics");
  if (!grant || !options.collector || !store.lasts()) return;
  const url = `${options.collector}/v1/reports`;
  try {
    const [record] = await store.read([key]);
    for (const { id, body } of dueReports(recordOf(record), clock())) {
      if (!consent.gate.isLive(grant)) return;
      if (!isFinal(await transport(url, body))) return;
      await store.update(grant, key, (old) => markSent(recordOf(old), id), "strict");
      emitter.emit("report", { url, body });
    }
  } catch (error) {
    log("reports wait for the next visit", error);
  }
}

/**
 * Answers a visit: the randomized answers are drawn once and kept, with what they cost, before anything is sent.
 * @returns false when that was not allowed or could not be kept; then nothing is sent
 */
export async function answerFor(
  core: Core,
  store: Store,
  outcomes: VisitOutcomes,
  model: Asking,
): Promise<boolean> {
  const { clock, random } = core;
  const now = clock();
  return keep(core, store, (record, site) => {
    const [policy, interests] = [policyOf(core), interestsOf(core, model)];
    return answerVisit({ site, outcomes, record, now, random, newId: nanoid, policy, interests }).record;
  });
}

/**
 * Puts the answers that have waited for these goals in the queue: those of visits that were answered without them. Never
 * rejects.
 */
export async function answerLateFor(core: Core, store: Store, goals: readonly string[]): Promise<void> {
  const { consent, clock, log } = core;
  if (!consent.gate.grant("statistics")) return;
  try {
    const [record] = await store.read([key]);
    // Goals are many, such answers few.
    if (!Object.values(recordOf(record).late).some(({ goal }) => goals.includes(goal))) return;
  } catch (error) {
    log("a goal was not answered for", error);
    return;
  }
  const now = clock();
  await keep(core, store, (old, site) => answerLate(old, goals, { site, now, newId: nanoid }));
}

/** Changes the record, where that is allowed; false when it is not, or could not be kept. */
async function keep(
  { options, consent, log }: Core,
  store: Store,
  change: (record: StatisticsRecord, site: string) => StatisticsRecord,
): Promise<boolean> {
  const { site, collector } = options;
  const grant = consent.gate.grant("statistics");
  // A ledger that lasts no longer than the page would be no limit: then nothing is answered.
  if (!grant || !site || !collector || !store.lasts()) return false;
  try {
    await store.update(grant, key, (old) => change(recordOf(old), site), "strict");
  } catch (error) {
    log("the visit could not be answered", error);
    return false;
  }
  return store.lasts();
}

/** How much privacy may be spent, by the merchant's word. */
const policyOf = ({ settings, log }: Core): Partial<StatisticsPolicy> =>
  readPolicy(settings.manifest.statistics ?? {}, (name, fault) =>
    log(`manifest.statistics.${name}: ${fault}`),
  );
