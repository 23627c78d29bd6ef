import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The collector, built into a folder of its own. */
export interface Build {
  readonly main: string;
  readonly remove: () => void;
}

/** Builds into `dist/`, since a bundle elsewhere would not find its packages. */
export function buildCollector(): Build {
  mkdirSync(join(root, "dist"), { recursive: true });
  const folder = mkdtempSync(join(root, "dist", "test-"));
  execFileSync(process.execPath, [join(root, "scripts", "build.mjs"), folder]);
  return { main: join(folder, "main.js"), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A folder for one test's database. */
export function makeFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "heimspiel-collector-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A collector in a process of its own. */
export interface Running {
  readonly url: string;
  /** Bytes of memory that it has now. */
  readonly memory: () => number;
  /** Everything it has written so far, to stdout and stderr. */
  readonly output: () => string;
  /** Resolves when it has written this text. */
  readonly wrote: (text: string) => Promise<void>;
  /** Its exit code once it has ended by itself or otherwise. */
  readonly ended: Promise<number | null>;
  /** Sends the signal and gives the exit code, null after SIGKILL. */
  readonly end: (signal: "SIGTERM" | "SIGINT" | "SIGKILL") => Promise<number | null>;
}

/** Starts `serve` and waits until it listens. */
export async function startCollector(main: string, args: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, [main, "serve", ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stderr.on("data", (data: Buffer) => (output += data.toString()));
  child.stdout.on("data", (data: Buffer) => (output += data.toString()));
  const ended = exitOf(child);
  const line = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once("line", resolve);
    void ended.then((code) => reject(new Error(`ended with ${code}: ${output}`)));
  });
  return {
    url: line.replace("listening ", ""),
    memory: () => memoryOf(child.pid ?? 0),
    output: () => output,
    ended,
    async wrote(text) {
      while (!output.includes(text)) await once(child.stderr, "data");
    },
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** Resident memory as Linux tells it (https://man7.org/linux/man-pages/man5/proc_pid_status.5.html). */
function memoryOf(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return 1024 * Number(kilobytes);
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once("close", resolve));
}

/** Runs a command to its end. */
export async function runCollector(
  main: string,
  args: readonly string[],
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [main, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => (output += data.toString()));
  return { code: await exitOf(child), output };
}
