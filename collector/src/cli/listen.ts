import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Direct } from "../routes/index.js";
import { Failure } from "./failure.js";

const portsTried = 20;

export interface ListenOptions {
  readonly port: number;
  readonly host: string;
  /** A client that takes longer than this to send its request is dropped: it would hold a connection for nothing. ms. */
  readonly slowestMs?: number;
  /** Connections at once; further ones are closed as they come. */
  readonly connectionsAtMost?: number;
  /** What answers requests before the app has to. */
  readonly direct?: Direct;
}

/** A server that takes connections, and how to end it. */
export interface Listening {
  readonly port: number;
  /** Takes no more connections, answers what is under way, and resolves when all is closed. */
  close(): Promise<void>;
}

/**
 * Listens on the port, or on the next free one of twenty.
 * @throws Failure when none is free or the host is not this machine's
 */
export async function listen(app: Hono, options: ListenOptions): Promise<Listening> {
  const { port, host, slowestMs = 10_000 } = options;
  for (let at = port; at < port + portsTried && at <= 65_535; at++) {
    const server = serverOf(app, options);
    const error = await tryPort(server, at, host);
    if (!error)
      return { port: (server.address() as AddressInfo).port, close: () => close(server, slowestMs) };
    if (error.code !== "EADDRINUSE")
      throw new Failure(`cannot listen on ${host}:${at}: ${error.message}`, { cause: error });
  }
  throw new Failure(`ports ${port} to ${port + portsTried - 1} are taken; choose another with --port`);
}

function serverOf(app: Hono, options: ListenOptions): Server {
  const { slowestMs = 10_000, connectionsAtMost = 10_000, direct = () => false } = options;
  const toApp = getRequestListener(app.fetch);
  const limits = {
    ...{ headersTimeout: slowestMs, requestTimeout: slowestMs, maxHeaderSize: 16_384 },
    // How often the two are looked at; a tenth more is exact enough.
    connectionsCheckingInterval: slowestMs / 10,
    // Longer than a proxy keeps its connections (60 s is usual), so that it is the one to close them.
    keepAliveTimeout: 65_000,
  };
  const server = createServer(limits, (incoming, outgoing) => {
    if (!direct(incoming, outgoing)) void toApp(incoming, outgoing);
  });
  server.maxConnections = connectionsAtMost;
  return server;
}

function tryPort(server: Server, port: number, host: string): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    server.once("error", resolve);
    server.listen(port, host, () => {
      server.off("error", resolve);
      resolve(undefined);
    });
  });
}

function close(server: Server, slowestMs: number): Promise<void> {
  return new Promise((resolve) => {
    // Connections kept alive become idle one by one, as their last answers go out.
    const sweep = setInterval(() => server.closeIdleConnections(), 20);
    const end = setTimeout(() => server.closeAllConnections(), slowestMs);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(end);
      resolve();
    });
    server.closeIdleConnections();
  });
}
