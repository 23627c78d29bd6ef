import { createServer, type Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { once } from "node:events";
import { afterEach, expect, test } from "vitest";
import { createTestCollector, type TestCollector } from "../testing/collector.js";
import { bodyOf } from "../testing/visitor.js";
import { directReports } from "./direct-reports.js";
import { createMetrics } from "./metrics.js";
import type { AppOptions } from "./options.js";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

/** Listens with nothing but the direct way; what it leaves to others is told 418. */
async function start(change: Partial<AppOptions> = {}): Promise<{ collector: TestCollector; port: number }> {
  const collector = await createTestCollector(change);
  const direct = directReports(collector.options);
  const server = createServer((incoming, outgoing) => {
    if (!direct(incoming, outgoing)) outgoing.writeHead(418).end();
  });
  servers.push(server);
  await once(server.listen(0, "127.0.0.1"), "listening");
  return { collector, port: (server.address() as AddressInfo).port };
}

const told = ["Access-Control-Allow-Origin", "Content-Type", "Retry-After", "Vary"];
const read = async (response: Response): Promise<unknown> => ({
  ...{ status: response.status, body: await response.text() },
  headers: told.map((name) => response.headers.get(name)),
});

const stream = (length: number): ReadableStream => new Blob(["x".repeat(length)]).stream();
const shop = { headers: { Origin: "https://shop.example" } };
const cases: [string, number, () => RequestInit & { duplex?: "half" }, Partial<AppOptions>?][] = [
  ["a report", 204, () => ({ body: bodyOf(1) })],
  ["a report of a page elsewhere", 204, () => ({ body: bodyOf(1), ...shop })],
  ["a report of an unknown page", 204, () => ({ body: bodyOf(1), headers: { Origin: "https://x.example" } })],
  ["a report of unannounced length", 204, () => ({ body: new Blob([bodyOf(1)]).stream(), duplex: "half" })],
  ["nothing", 400, () => ({})],
  ["no report, from elsewhere", 400, () => ({ body: "{", ...shop })],
  ["bytes that are no text", 400, () => ({ body: new Uint8Array([0xff, 0xfe, 0, 0x80]) })],
  ["an unknown site", 404, () => ({ body: bodyOf(1, { site: "nowhere" }) })],
  ["over 4 KB", 413, () => ({ body: "x".repeat(5000) })],
  ["over 4 KB of unannounced length", 413, () => ({ body: stream(200_000), duplex: "half" })],
  ["one too many", 429, () => ({ body: bodyOf(1), ...shop }), { allow: () => false }],
  [
    "what cannot be stored",
    503,
    () => ({ body: bodyOf(1) }),
    {
      buffer: {
        add: () => Promise.reject(new Error("full")),
        waiting: () => 0,
        close: () => Promise.resolve(),
      },
    },
  ],
  [
    "what makes the collector fail",
    500,
    () => ({ body: bodyOf(1), ...shop }),
    {
      allow() {
        throw new Error("a fault");
      },
    },
  ],
];

test.each(cases)("%s is answered as by the app: %i", async (_, status, request, change) => {
  const { port } = await start(change);
  const { app } = await createTestCollector(change);
  const direct = await read(
    await fetch(`http://127.0.0.1:${port}/v1/reports`, { method: "POST", ...request() }),
  );
  expect(direct).toMatchObject({ status });
  expect(direct).toEqual(await read(await app.request("/v1/reports", { method: "POST", ...request() })));
});

test("a body in two parts is one, and what is split between them is a character", async () => {
  const { collector, port } = await start();
  const body = Buffer.from(JSON.stringify({ ...(JSON.parse(bodyOf(1)) as object), pad: "ä" }));
  const at = body.indexOf("ä") + 1;
  const socket = connect(port, "127.0.0.1");
  socket.write(`POST /v1/reports HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n`);
  socket.write(body.subarray(0, at));
  // The first part has been read when what was asked later is answered.
  await fetch(`http://127.0.0.1:${port}/`);
  socket.write(body.subarray(at));
  const [answer] = (await once(socket, "data")) as [Buffer];
  socket.destroy();
  expect(answer.toString()).toMatch(/^HTTP\/1.1 204 /);
  expect(await collector.db.selectFrom("report").select("id").execute()).toHaveLength(1);
});

test("a client that breaks off is not waited for, and counts as malformed", async () => {
  let count: (outcome: string) => void = () => undefined;
  const counted = new Promise<string>((resolve) => (count = resolve));
  const { port } = await start({ metrics: { ...createMetrics(), count: (outcome) => count(outcome) } });
  const socket = connect(port, "127.0.0.1");
  socket.write("POST /v1/reports HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nhalf");
  await fetch(`http://127.0.0.1:${port}/`);
  socket.destroy();
  expect(await counted).toBe("malformed");
});

test.each([
  ["GET", "/v1/reports"],
  ["OPTIONS", "/v1/reports"],
  ["POST", "/v1/reports?x"],
  ["POST", "/v1/reports/"],
  ["POST", "/"],
])("%s %s is left to the app", async (method, path) => {
  const { port } = await start();
  expect((await fetch(`http://127.0.0.1:${port}${path}`, { method })).status).toBe(418);
});
