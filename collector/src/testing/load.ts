import { Agent, request } from "node:http";

/** Posts a body; gives the status, or undefined when the connection broke before an answer. */
function post(url: string, body: string, agent: Agent): Promise<number | undefined> {
  return new Promise((resolve) => {
    const sent = request(`${url}/v1/reports`, { method: "POST", agent }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    // A connection that breaks is what the tests are about: the report stays unacknowledged.
    sent.on("error", () => resolve(undefined));
    sent.end(body);
  });
}

/** Sends bodies over several connections at once and tells which were acknowledged. */
export async function sendAll(
  url: string,
  bodies: ReadonlyMap<string, string>,
  {
    connections = 64,
    onAcknowledged,
  }: { connections?: number; onAcknowledged?: (count: number) => void } = {},
): Promise<Set<string>> {
  const acknowledged = new Set<string>();
  const waiting = [...bodies];
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  async function run(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [id, body] = next;
      if ((await post(url, body, agent)) !== 204) continue;
      acknowledged.add(id);
      onAcknowledged?.(acknowledged.size);
    }
  }
  await Promise.all(Array.from({ length: connections }, run));
  agent.destroy();
  return acknowledged;
}
