import type { Log } from "../kernel/index.js";
import type { Client } from "./public.js";

/** A call made before, or without waiting for, the script: a method of the client by name, or a function of the client. */
export type Call = readonly [method: string, ...args: unknown[]] | ((client: Client) => void);

/** The client with the queue's `push`, as `window.heimspiel` is after the script has loaded. */
export type QueueClient = Client & { push(...calls: Call[]): void };

/**
 * Runs what was queued in `window.heimspiel` and takes its place. A call that cannot be made is named and skipped.
 * @example
 * window.heimspiel = adoptQueue(client, window.heimspiel, log);
 */
export function adoptQueue(client: Client, queued: unknown, log: Log): QueueClient {
  const push = (...calls: Call[]): void => {
    for (const call of calls) {
      try {
        if (typeof call === "function") call(client);
        else (client[call[0] as keyof Client] as (...args: unknown[]) => unknown)(...call.slice(1));
      } catch (error) {
        log("a queued call failed", call, error);
      }
    }
  };
  if (Array.isArray(queued)) push(...(queued as Call[]));
  return { ...client, push };
}
