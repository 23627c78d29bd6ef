import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Outcome, RefusalCode } from "../ingest/index.js";

/** What a collector counts of itself. No label has a site, question or anything else that a sender could choose. */
export interface Metrics {
  /** Counts a report by what became of it. */
  count(outcome: Exclude<Outcome, Error> | RefusalCode): void;
  /** The same commit, with its batch and its time counted. */
  timed<Batch extends readonly unknown[], T>(
    commit: (batch: Batch) => Promise<T>,
  ): (batch: Batch) => Promise<T>;
  /** All of them in the text format of Prometheus. `waiting`: reports that are not committed yet. */
  read(waiting: number): Promise<string>;
}

/** Counters of one collector, in a registry of their own. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const outcomes = new Map<string, number>();
  new Counter({
    ...{ name: "heimspiel_reports_total", help: "Reports by what became of them", labelNames: ["outcome"] },
    registers,
    // Counted here and told when asked for: the library's own counting sorts and joins labels at every report.
    collect() {
      this.reset();
      for (const [outcome, count] of outcomes) this.inc({ outcome }, count);
    },
  });
  const reportsWaiting = new Gauge({
    ...{ name: "heimspiel_reports_waiting", help: "Reports that are not committed yet", registers },
  });
  const batches = new Histogram({
    ...{ name: "heimspiel_batch_reports", help: "Reports of a batch, those refused included", registers },
    buckets: [1, 4, 16, 64, 256, 1024, 2048],
  });
  const seconds = new Histogram({
    ...{ name: "heimspiel_commit_seconds", help: "Time of a commit, failed ones included", registers },
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 10],
  });
  return {
    count: (outcome) => void outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1),
    timed: (commit) => async (batch) => {
      batches.observe(batch.length);
      const end = seconds.startTimer();
      return commit(batch).finally(end);
    },
    read(waiting) {
      reportsWaiting.set(waiting);
      return registry.metrics();
    },
  };
}
