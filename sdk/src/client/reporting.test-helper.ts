import { emptyStatistics, type StatisticsRecord } from "../statistics/index.js";
import { fakeCore, fakeStore, type FakeCore, type FakeStore } from "./fakes.test-helper.js";

/** A request that was made. */
interface Request {
  url: string;
  init: RequestInit;
}

/** A device and a network, and what a test looks at. */
export interface ReportingScene extends FakeCore, FakeStore {
  requests: Request[];
  /** What was told of reports. */
  told: { url: string; body: string }[];
  record(): StatisticsRecord;
  /** Puts reports in the queue. */
  queue(...ids: string[]): void;
  bodies(): unknown[];
}

/** `answers` are the statuses of the requests to come, or "lost" for a network that fails; 204 when used up. */
export function setUpReporting(...answers: (number | "lost")[]): ReportingScene {
  const requests: Request[] = [];
  const fetch = (url: string, init: RequestInit): Promise<{ status: number }> => {
    requests.push({ url, init });
    const status = answers.shift() ?? 204;
    return status === "lost" ? Promise.reject(new TypeError("network")) : Promise.resolve({ status });
  };
  let drawn = 0;
  const fake = fakeCore({ window: { fetch } as never, random: () => (drawn++ * 2_654_435_761) % 2 ** 32 });
  const kept = fakeStore(fake.core.consent.gate.isLive);
  const told: { url: string; body: string }[] = [];
  fake.core.emitter.on("report", (report) => told.push(report));
  const record = (): StatisticsRecord =>
    (kept.values.get("statistics") ?? emptyStatistics()) as StatisticsRecord;
  const queue = (...ids: string[]): void =>
    void kept.values.set("statistics", {
      ...emptyStatistics(),
      queue: ids.map((id) => ({ id, body: `body of ${id}`, at: fake.time.now })),
    });
  const bodies = (): unknown[] => requests.map(({ init }) => init.body);
  return { ...fake, ...kept, requests, told, record, queue, bodies };
}
