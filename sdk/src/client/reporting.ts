import { nanoid } from "nanoid";
import type { Store, Transport } from "../kernel/index.js";
import {
  answerVisit,
  dueReports,
  emptyStatistics,
  markSent,
  type StatisticsRecord,
} from "../statistics/index.js";
import type { Core } from "./core.js";
import type { Visit } from "./outcomes.js";

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

const recordOf = (stored: unknown): StatisticsRecord =>
  (stored as StatisticsRecord | undefined)?.v === 1 ? (stored as StatisticsRecord) : emptyStatistics();

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
export async function answerFor(core: Core, store: Store, outcomes: Visit): Promise<boolean> {
  const { options, consent, clock, random, log } = core;
  const { site, collector } = options;
  const grant = consent.gate.grant("statistics");
  // A ledger that lasts no longer than the page would be no limit: then nothing is answered.
  if (!grant || !site || !collector || !store.lasts()) return false;
  const now = clock();
  const draw = (old: unknown): StatisticsRecord =>
    answerVisit({ site, outcomes, record: recordOf(old), now, random, newId: nanoid }).record;
  try {
    await store.update(grant, key, draw, "strict");
  } catch (error) {
    log("the visit could not be answered", error);
    return false;
  }
  return store.lasts();
}
