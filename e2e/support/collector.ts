import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const repository = new URL("../../", import.meta.url).pathname;

/** A collector process with a database of its own. */
export interface Collector {
  url: string;
  /** Signs one browser in to the dashboard. */
  setup: string;
  token: string;
  stop(): Promise<void>;
}

/** Starts the built collector on a free port. */
export async function startCollector(): Promise<Collector> {
  const folder = mkdtempSync(join(tmpdir(), "heimspiel-"));
  const args = ["serve", "--port", "0", "--database", join(folder, "collector.sqlite"), "--site", "outdoor"];
  args.push("--manifest", join(repository, "demo-site/dist/public/heimspiel.json"));
  const child = spawn(process.execPath, [join(repository, "collector/dist/main.js"), ...args]);
  const { url, setup, token } = await greeting(child);
  return {
    url,
    setup,
    token,
    async stop() {
      const ended = once(child, "exit");
      child.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

/** What the collector says at its first start. */
async function greeting(child: ChildProcess): Promise<{ url: string; setup: string; token: string }> {
  if (!child.stdout) throw new Error("no output to read");
  let said = "";
  for await (const line of createInterface({ input: child.stdout })) {
    said += `${line}\n`;
    const [, url] = /listening (http:\S+)/.exec(said) ?? [];
    const [, setup] = /(http:\S+\/setup\S+)/.exec(said) ?? [];
    const [, token] = /API token[^:]*: (\S+)/.exec(said) ?? [];
    if (!url || !setup || !token) continue;
    // Nobody reads on: a full pipe would stop the collector.
    child.stdout.resume();
    child.stderr?.resume();
    return { url, setup, token };
  }
  throw new Error(`the collector ended before it listened: ${said}`);
}
