import type { EventEmitter } from "node:events";
import type { MessagePort } from "node:worker_threads";
import type { Outcome } from "./commit.js";
import { Refusal, type RefusalCode } from "./refusal.js";

/** Counts reports, here or in a thread of its own; says for each body what became of it, once that is durable. */
export interface Counter {
  count(bodies: readonly string[], now: number): Promise<Outcome[]>;
  /** Ends it; what was given is to be settled before. */
  stop(): Promise<void>;
}

/** An outcome that may pass from one thread to another: a class does not. */
type Told = Exclude<Outcome, Refusal> | readonly [code: RefusalCode, place: string, message: string];

/** What is used of a `Worker`. */
type Thread = Pick<EventEmitter, "on" | "once"> & Pick<MessagePort, "postMessage">;

interface Order {
  readonly id: number;
  readonly bodies: readonly string[];
  readonly now: number;
}

type Result = { readonly id: number } & ({ readonly told: readonly Told[] } | { readonly failed: string });

/**
 * Counts in a worker thread, so that reading and writing sockets does not wait for the database, nor the other way round. A
 * thread that breaks ends the process: what it had not acknowledged is sent again.
 * @param worker runs `serveCounter`
 */
export function counterIn(worker: Thread): Counter {
  const waiting = new Map<
    number,
    { resolve: (outcomes: Outcome[]) => void; reject: (cause: Error) => void }
  >();
  let last = 0;
  worker.on("message", (result: Result) => {
    const order = waiting.get(result.id);
    waiting.delete(result.id);
    if ("failed" in result) order?.reject(new Error(result.failed));
    else order?.resolve(result.told.map(heard));
  });
  return {
    count: (bodies, now) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, bodies, now } satisfies Order);
      }),
    async stop() {
      const ended = new Promise((resolve) => worker.once("exit", resolve));
      worker.postMessage(undefined);
      await ended;
    },
  };
}

/**
 * The other end, in the worker thread.
 * @param reasonOf what an error says in one line
 */
export function serveCounter(
  port: Pick<MessagePort, "on" | "postMessage" | "close">,
  counter: Counter,
  reasonOf: (cause: unknown) => string,
): void {
  port.on("message", (order: Order | undefined) => {
    if (!order) return void counter.stop().then(() => port.close());
    const { id, bodies, now } = order;
    counter.count(bodies, now).then(
      (outcomes) => port.postMessage({ id, told: outcomes.map(tell) } satisfies Result),
      (cause: unknown) => port.postMessage({ id, failed: reasonOf(cause) } satisfies Result),
    );
  });
}

const tell = (outcome: Outcome): Told =>
  outcome instanceof Refusal ? [outcome.code, outcome.place, outcome.message] : outcome;

const heard = (told: Told): Outcome => (typeof told === "string" ? told : new Refusal(...told));
