import { setImmediate } from "node:timers/promises";
import type { Outcome } from "./commit.js";
import { Refusal } from "./refusal.js";
import type { Incoming } from "./types.js";

export interface BufferOptions {
  /** Counts a batch durably, one outcome a report. */
  commit: (batch: readonly Incoming[]) => Promise<readonly Outcome[]>;
  /** Waits for company before a batch is closed; by default until the sockets that are ready have been read. */
  gather?: () => Promise<unknown>;
  /** Reports a transaction takes at most. */
  batchAtMost?: number;
  /** Reports that may wait before further ones are refused, so that memory stays flat. */
  waitingAtMost?: number;
}

export interface Buffer {
  /** Resolves once the report's fate is durable; rejects when that cannot be told: sent again, it is counted once. */
  add(report: Incoming): Promise<Outcome>;
  /** How many reports wait for their turn. */
  waiting(): number;
  /** Resolves when everything that was added has been committed; what comes later is refused. */
  close(): Promise<void>;
}

interface Waiting {
  readonly report: Incoming;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (cause: unknown) => void;
}

/**
 * Group commit: what arrives while one transaction is being written goes into the next one, so that a disk that can
 * flush a few hundred times a second acknowledges tens of thousands of reports.
 */
export function createBuffer(options: BufferOptions): Buffer {
  const { commit, gather = () => setImmediate(), batchAtMost = 2048, waitingAtMost = 50_000 } = options;
  const waiting: Waiting[] = [];
  let running: Promise<void> | undefined;
  let closed = false;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      await gather();
      await settle(waiting.splice(0, batchAtMost), commit);
    }
    running = undefined;
  }

  return {
    add(report) {
      if (closed || waiting.length >= waitingAtMost) return Promise.resolve(busy(closed));
      return new Promise((resolve, reject) => {
        waiting.push({ report, resolve, reject });
        running ??= run();
      });
    },
    waiting: () => waiting.length,
    async close() {
      closed = true;
      await running;
    },
  };
}

async function settle(batch: readonly Waiting[], commit: BufferOptions["commit"]): Promise<void> {
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
