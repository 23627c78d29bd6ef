import { writeFileSync } from "node:fs";
import { connect } from "node:net";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sendAll } from "./testing/load.js";
import { buildCollector, makeFolder, startCollector, type Build } from "./testing/process.js";
import { storedIn, sumsOf } from "./testing/stored.js";
import { bodiesOf } from "./testing/visits.js";

// Whole processes on a machine that may be busy with other tests.
const slow = 60_000;

let build: Build;
beforeAll(() => {
  build = buildCollector();
});
afterAll(() => build.remove());

test(
  "kill -9 amid a load: what was acknowledged is counted, and after a resend everything is, exactly once",
  async () => {
    const folder = makeFolder();
    const database = join(folder.path, "collector.sqlite");
    const args = ["--port", "0", "--database", database, "--site", "outdoor"];
    const bodies = bodiesOf(1500);
    const acknowledged = new Set<string>();
    for (const killAt of [200, 500]) {
      const running = await startCollector(build.main, args);
      const rest = new Map([...bodies].filter(([id]) => !acknowledged.has(id)));
      let killed: Promise<number | null> | undefined;
      const onAcknowledged = (count: number): void => {
        if (count === killAt) killed = running.end("SIGKILL");
      };
      for (const id of await sendAll(running.url, rest, { onAcknowledged })) acknowledged.add(id);
      expect(await killed).toBeNull();
      const { ids, sums } = await storedIn(database);
      expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([]);
      expect(ids.size).toBeLessThan(bodies.size);
      expect(sums).toEqual(sumsOf([...ids].map((id) => bodies.get(id)!)));
    }
    const running = await startCollector(build.main, args);
    const unacknowledged = [...bodies].filter(([id]) => !acknowledged.has(id));
    const repeats = [...bodies].filter(([id]) => acknowledged.has(id)).slice(0, 100);
    const all = new Map([...unacknowledged, ...repeats]);
    expect((await sendAll(running.url, all)).size).toBe(all.size);
    expect(await running.end("SIGTERM")).toBe(0);
    expect((await storedIn(database)).sums).toEqual(sumsOf(bodies.values()));
    folder.remove();
  },
  slow,
);

test(
  "SIGTERM amid a load answers what is under way and loses nothing",
  async () => {
    const folder = makeFolder();
    const database = join(folder.path, "collector.sqlite");
    const running = await startCollector(build.main, [
      "--port",
      "0",
      "--database",
      database,
      "--site",
      "outdoor",
    ]);
    const bodies = bodiesOf(600, 2);
    let ended: Promise<number | null> | undefined;
    const onAcknowledged = (count: number): void => {
      if (count === 150) ended = running.end("SIGTERM");
    };
    const acknowledged = await sendAll(running.url, bodies, { onAcknowledged });
    expect(await ended).toBe(0);
    const { ids, sums } = await storedIn(database);
    expect(ids).toEqual(acknowledged);
    expect(sums).toEqual(sumsOf([...ids].map((id) => bodies.get(id)!)));
    expect(running.output()).toContain('"msg":"stopped"');
    folder.remove();
  },
  slow,
);

test(
  "a second signal ends a collector at once that waits for a slow client",
  async () => {
    const folder = makeFolder();
    const running = await startCollector(build.main, [
      ...["--port", "0", "--database", join(folder.path, "collector.sqlite")],
    ]);
    const { hostname, port } = new URL(running.url);
    const socket = connect(Number(port), hostname);
    socket.on("error", () => undefined);
    socket.write("POST /v1/reports HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n");
    // It has read the headers when another request that came later is answered.
    await fetch(`${running.url}/healthz`);
    const ended = running.end("SIGTERM");
    await running.wrote('"msg":"stopping"');
    void running.end("SIGINT");
    expect(await ended).toBeNull();
    expect(running.output()).not.toContain('"msg":"stopped"');
    socket.destroy();
    folder.remove();
  },
  slow,
);

test(
  "a counting thread that breaks ends the process: nothing is acknowledged, and whoever watches it starts another",
  async () => {
    const [folder, broken] = [makeFolder(), buildCollector()];
    writeFileSync(
      join(dirname(broken.main), "count-worker.js"),
      `import { parentPort } from "node:worker_threads";
      parentPort.once("message", () => { throw new Error("the thread broke"); });`,
    );
    const database = join(folder.path, "collector.sqlite");
    const running = await startCollector(broken.main, ["--port", "0", "--database", database]);
    expect((await sendAll(running.url, bodiesOf(10))).size).toBe(0);
    expect(await running.ended).toBe(1);
    expect(running.output()).toContain("the thread broke");
    broken.remove();
    folder.remove();
  },
  slow,
);
