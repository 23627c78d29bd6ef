import { setImmediate } from "node:timers/promises";
import type { Outcome } from "./commit.js";
import { Refusal } from "./refusal.js";

export interface BufferOptions<Report> {
  /** Counts a batch durably, one outcome a report. */
  commit: (batch: readonly Report[]) => Promise<readonly Outcome[]>;
  /** Waits for company before a batch is closed; by default until the sockets that are ready have been read. */
  gather?: () => Promise<unknown>;
  /** Reports a transaction takes at most: so few that one is answered while another is written. */
  batchAtMost?: number;
  /** Batches under way at once, where they need not wait for each other. */
  atOnce?: number;
  /** Reports that may wait before further ones are refused, so that memory stays flat. */
  waitingAtMost?: number;
}

export interface Buffer<Report = string> {
  /** Resolves once the report's fate is durable; rejects when that cannot be told: sent again, it is counted once. */
  add(report: Report): Promise<Outcome>;
  /** How many reports wait for their turn. */
  waiting(): number;
  /** Resolves when everything that was added has been committed; what comes later is refused. */
  close(): Promise<void>;
}

/** So many reports are worth another batch beside those under way. */
const worthwhile = 128;

interface Waiting<Report> {
  readonly report: Report;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (cause: unknown) => void;
}

/**
 * Group commit: what arrives while one transaction is being written goes into the next one, so that a disk that can
 * flush a few hundred times a second acknowledges tens of thousands of reports.
 */
export function createBuffer<Report>(options: BufferOptions<Report>): Buffer<Report> {
  const { commit, gather = () => setImmediate(), batchAtMost = 256, atOnce = 1 } = options;
  const { waitingAtMost = 50_000 } = options;
  const waiting: Waiting<Report>[] = [];
  const running = new Set<Promise<void>>();
  let closed = false;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      await gather();
      await settle(waiting.splice(0, batchAtMost), commit);
    }
  }

  function start(): void {
    const one = run().finally(() => running.delete(one));
    running.add(one);
  }

  return {
    add(report) {
      if (closed || waiting.length >= waitingAtMost) return Promise.resolve(busy(closed));
      return new Promise((resolve, reject) => {
        waiting.push({ report, resolve, reject });
        if (running.size === 0 || (running.size < atOnce && waiting.length >= worthwhile)) start();
      });
    },
    waiting: () => waiting.length,
    async close() {
      closed = true;
      await Promise.all(running);
    },
  };
}

async function settle<Report>(
  batch: readonly Waiting<Report>[],
  commit: BufferOptions<Report>["commit"],
): Promise<void> {
  try {
    const outcomes = await commit(batch.map(({ report }) => report));
    batch.forEach(({ resolve, reject }, index) => {
      const outcome = outcomes[index];
      if (outcome === undefined) reject(new Error("a report without an outcome"));
      else resolve(outcome);
    });
  } catch (cause) {
    for (const { reject } of batch) reject(cause);
  }
}

function busy(closed: boolean): Refusal {
  return new Refusal(
    "busy",
    "collector",
    closed ? "stopping, send again later" : "too much at once, send again later",
  );
}
