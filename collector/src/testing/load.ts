import { Agent, request } from "node:http";

/** What a collector said, or `undefined` when the connection broke before it did. */
export type Told = { status: number; retryAfter: string | undefined } | undefined;

export interface LoadOptions {
  readonly connections?: number;
  readonly onAcknowledged?: (count: number) => void;
  readonly onAnswer?: (told: Told, id: string) => void;
}

function post(url: string, body: string | Uint8Array, agent: Agent): Promise<Told> {
  return new Promise((resolve) => {
    const sent = request(`${url}/v1/reports`, { method: "POST", agent }, (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, retryAfter: response.headers["retry-after"] });
    });
    // A connection that breaks is what the tests are about: the report stays unacknowledged.
    sent.on("error", () => resolve(undefined));
    sent.end(body);
  });
}

/** Sends bodies over several connections at once, to several collectors in turn, and tells which were acknowledged. */
export async function sendAll(
  to: string | readonly string[],
  bodies: Iterable<readonly [id: string, body: string | Uint8Array]>,
  { connections = 64, onAcknowledged, onAnswer }: LoadOptions = {},
): Promise<Set<string>> {
  const urls = typeof to === "string" ? [to] : to;
  const acknowledged = new Set<string>();
  const waiting = bodies[Symbol.iterator]();
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  async function run(url: string): Promise<void> {
    for (let next = waiting.next(); !next.done; next = waiting.next()) {
      const [id, body] = next.value;
      const told = await post(url, body, agent);
      onAnswer?.(told, id);
      if (told?.status !== 204) continue;
      acknowledged.add(id);
      onAcknowledged?.(acknowledged.size);
    }
  }
  await Promise.all(Array.from({ length: connections }, (_, index) => run(urls[index % urls.length] ?? "")));
  agent.destroy();
  return acknowledged;
}
