import { decodeReport, encodeReport } from "heimspiel/wire";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dayOf } from "./ingest/index.js";
import { sendAll } from "./testing/load.js";
import { buildCollector, makeFolder, runCollector, startCollector, type Build } from "./testing/process.js";
import { createRandom, idOf, slotAnswer } from "./testing/visitor.js";
import { bodiesOf } from "./testing/visits.js";

// Whole processes on a machine that may be busy with other tests.
const slow = 60_000;

let build: Build;
beforeAll(() => {
  build = buildCollector();
});
afterAll(() => build.remove());

test(
  "no address, agent, referrer, raw answer or token reaches the disk or the log",
  async () => {
    const folder = makeFolder();
    const database = join(folder.path, "collector.sqlite");
    const tokenFile = join(folder.path, "token");
    const args = [
      "--port",
      "0",
      "--database",
      database,
      "--site",
      "outdoor",
      "--trust-proxy",
      "--limit",
      "4",
    ];
    const running = await startCollector(build.main, [...args, "--token-file", tokenFile]);
    const variants = Array.from({ length: 50 }, (_, index) => `variant-${index}`);
    const answer = slotAnswer("big", variants, { cell: 5, random: createRandom(1) });
    const report = { v: 1 as const, site: "outdoor", day: dayOf(Date.now()), answers: [answer], id: idOf(1) };
    const headers = {
      "User-Agent": "TellTaleAgent/1.0",
      Referer: "https://tell-tale-referrer.example/page",
      "X-Forwarded-For": "203.0.113.77",
      Cookie: "tell=tale-cookie",
    };
    const statuses: number[] = [];
    for (const body of [
      encodeReport(report),
      encodeReport(report),
      "tell-tale-body",
      encodeReport({ ...report, site: "no" }),
      "{}",
    ]) {
      statuses.push(
        (await fetch(`${running.url}/v1/reports?tell-tale-query`, { method: "POST", body, headers })).status,
      );
    }
    expect(statuses).toEqual([204, 204, 400, 404, 429]);
    const token = readFileSync(tokenFile, "utf8").trim();
    for (const path of ["setup?token=tell-tale", "tell-tale-path", "v1/model?site=tell-tale", "metrics", ""])
      await fetch(`${running.url}/${path}`, { headers });
    await fetch(`${running.url}/setup?token=${token}`, { redirect: "manual" });
    const onDisk = (): string => {
      const files = readdirSync(folder.path).filter((name) => name.startsWith("collector.sqlite"));
      return Buffer.concat(files.map((name) => readFileSync(join(folder.path, name)))).toString("latin1");
    };
    expect(readdirSync(folder.path)).toContain("collector.sqlite-wal");
    const whileRunning = onDisk();
    expect(await running.end("SIGINT")).toBe(0);
    const log = running.output().replace(/^(?:listening|set-up link|API token).*$/gm, "");
    expect(log).toContain('"msg":"started"');
    const disk = whileRunning + onDisk();
    expect(whileRunning).toContain("slot:big");
    const raw = Buffer.from(decodeReport(encodeReport(report)).answers[0]!.a, "base64url").toString("latin1");
    for (const secret of [
      "TellTale",
      "tell-tale",
      "tale-cookie",
      "203.0.113",
      "127.0.0.1",
      answer.a,
      raw,
      token,
    ]) {
      expect(disk).not.toContain(secret);
      expect(log).not.toContain(secret);
    }
    folder.remove();
  },
  slow,
);

test(
  "the first start prints a link and a token; a token file is private, works, and outlives a restart",
  async () => {
    const folder = makeFolder();
    const [database, tokenFile] = [join(folder.path, "collector.sqlite"), join(folder.path, "token")];
    const manifest = join(import.meta.dirname, "testing", "heimspiel.json");
    const args = [
      "--port",
      "0",
      "--database",
      database,
      "--site",
      "outdoor",
      "--manifest",
      manifest,
      "--token-file",
      tokenFile,
    ];
    const first = await startCollector(build.main, args);
    expect(first.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    await sendAll(first.url, bodiesOf(120));
    expect(statSync(tokenFile).mode & 0o777).toBe(0o600);
    const token = readFileSync(tokenFile, "utf8").trim();
    const query = `${first.url}/v1/estimates?site=outdoor&question=slot:home-hero`;
    const response = await fetch(query, { headers: { Authorization: `Bearer ${token}` } });
    expect(await response.json()).toMatchObject({
      n: 120,
      variants: [{ variant: "hiking" }, { variant: "peru" }],
    });
    const link =
      /set-up link \(works once\): (http:\/\/localhost:\d+\/setup\?token=\S+)/.exec(first.output())?.[1] ??
      "";
    const entered = await fetch(link.replace("localhost", "127.0.0.1"), { redirect: "manual" });
    expect(entered.status).toBe(303);
    await first.end("SIGTERM");
    const second = await startCollector(build.main, args);
    expect(readFileSync(tokenFile, "utf8").trim()).toBe(token);
    await second.end("SIGTERM");
    expect(second.output()).not.toMatch(/set-up link|API token/);
    folder.remove();
  },
  slow,
);

test(
  "a taken port gives the next free one and says so",
  async () => {
    const folder = makeFolder();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    const running = await startCollector(build.main, [
      "--port",
      `${port}`,
      "--database",
      join(folder.path, "c.sqlite"),
    ]);
    expect(running.url).not.toContain(`:${port}`);
    expect((await fetch(`${running.url}/healthz`)).status).toBe(200);
    await running.end("SIGTERM");
    expect(running.output()).toContain(`port ${port} is taken, using `);
    other.close();
    folder.remove();
  },
  slow,
);

test(
  "commands work, and mistakes get one line instead of a stack",
  async () => {
    const folder = makeFolder();
    const database = ["--database", join(folder.path, "c.sqlite")];
    const run = (...args: string[]): ReturnType<typeof runCollector> => runCollector(build.main, args);
    expect(await run("--help")).toMatchObject({
      code: 0,
      output: expect.stringContaining("heimspiel-collector COMMAND"),
    });
    expect((await run("init", ...database)).output).toContain("API token");
    expect((await run("init", ...database)).output).not.toContain("API token");
    expect((await run("site", "outdoor", "--origin", "https://shop.example", ...database)).code).toBe(0);
    expect((await run("site", ...database)).output).toBe("outdoor  https://shop.example\n");
    expect((await run("token", "--setup", "--url", "https://x.example", ...database)).output).toContain(
      "https://x.example/setup?token=",
    );
    const started = await Promise.all(
      [1, 2, 3].map(() => run("migrate", "--database", join(folder.path, "new.sqlite"))),
    );
    expect(started.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect((await run("export", ...database)).output).toMatch(
      /^\{"kind":"heimspiel-export","version":1\}\n\{"kind":"site",/,
    );
    expect(await run("doctor", ...database)).toMatchObject({ code: 0 });
    expect((await run("doctor", "--database", join(folder.path, "none.sqlite"))).code).toBe(1);
    for (const mistake of [
      ["fly"],
      ["backup", ...database],
      ["serve", "--prot", "1"],
      ["site", "no spaces", ...database],
      ["site", "outdoor", "--manifest", join(folder.path, "missing.json"), ...database],
      ["serve", "--database", folder.path],
      ["serve", "--port", "0", "--token-file", join(folder.path, "no", "token"), ...database],
      ["serve", "--host", "192.0.2.1", "--port", "0", ...database],
    ]) {
      const { code, output } = await run(...mistake);
      expect(code).toBe(1);
      expect(output).toMatch(/^heimspiel-collector: .+\n$/);
    }
    folder.remove();
  },
  slow,
);
