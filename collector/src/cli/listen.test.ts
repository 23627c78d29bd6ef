import { Hono } from "hono";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { readBody } from "../routes/body.js";
import { listen, type Listening, type ListenOptions } from "./listen.js";

const open: Listening[] = [];
afterEach(async () => {
  for (const listening of open.splice(0)) await listening.close();
});

async function start(limits: Partial<ListenOptions> = {}): Promise<(text: string) => Promise<string>> {
  const app = new Hono();
  app.post("/", async (context) => context.text(`got ${await readBody(context)}`));
  app.onError((error, context) => context.text(error.message, 400));
  const listening = await listen(app, { port: 0, host: "127.0.0.1", slowestMs: 100, ...limits });
  open.push(listening);
  return (text) => exchange(listening.port, text);
}

/** Sends bytes and gives what comes until the other side closes. */
async function exchange(port: number, text: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.write(text);
  return received(socket);
}

async function received(socket: Socket): Promise<string> {
  let text = "";
  socket.setEncoding("latin1").on("data", (data: string) => (text += data));
  // A reset is one of the ways to be dropped.
  socket.on("error", () => undefined);
  await once(socket, "close");
  return text;
}

const head = "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";

test("a whole request is answered", async () => {
  const send = await start();
  expect(await send(`${head}Content-Length: 2\r\n\r\nhi`)).toMatch(/^HTTP\/1.1 200 .*got hi$/s);
});

test.each([
  ["nothing", ""],
  ["half of its headers", "POST / HTTP/1.1\r\nHost: x\r\nX-A"],
  ["half of its body", `${head}Content-Length: 1000\r\n\r\nhalf`],
  ["half of a body of unknown length", `${head}Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n`],
])("a client that sends %s is dropped", async (_, text) => {
  const send = await start();
  expect(await send(text)).toMatch(/^(|HTTP\/1.1 4\d\d .*)$/s);
});

test.each([
  ["headers over 16 KB", `${head}X-Long: ${"x".repeat(17_000)}\r\n\r\n`, 431],
  ["two lengths", `${head}Content-Length: 2\r\nContent-Length: 3\r\n\r\nhi!`, 400],
  [
    "a length and chunks",
    `${head}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n`,
    400,
  ],
  ["no HTTP", "\0\0\0\0\r\n\r\n", 400],
])("%s are refused", async (_, text, status) => {
  const send = await start();
  expect(await send(text)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
});

test("connections beyond the limit are closed as they come", async () => {
  const send = await start({ connectionsAtMost: 1, slowestMs: 10_000 });
  const { port } = open[0]!;
  const first = connect(port, "127.0.0.1");
  const end = received(first);
  await once(first, "connect");
  expect(await send(`${head}\r\n`)).toBe("");
  first.write(`${head}Content-Length: 2\r\n\r\nhi`);
  expect(await end).toMatch(/got hi$/);
});
