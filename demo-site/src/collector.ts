import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

/** A running collector. */
export interface Collector {
  readonly url: string;
  /** The link that opens the dashboard: the set-up link at the first start. */
  readonly dashboard: string;
  readonly stop: () => void;
}

/** What starts it. */
export interface CollectorOptions {
  readonly program: string;
  readonly database: string;
  readonly manifest: string;
  /** Where it keeps the API token, with which the dashboard opens again at later starts. */
  readonly tokenFile: string;
  readonly port: number;
}

/** How long the collector may take to say it listens, in milliseconds. */
const patience = 15_000;

/** How long its other lines may follow, in milliseconds. */
const lastWords = 150;

/** Starts the collector as a child process and waits for its address; rejects with its own words when it ends first. */
export async function startCollector(options: CollectorOptions): Promise<Collector> {
  const { program, port, database, manifest, tokenFile } = options;
  const args = [
    "serve",
    "--port",
    String(port),
    "--database",
    database,
    "--site",
    "outdoor",
    "--manifest",
    manifest,
    "--token-file",
    tokenFile,
  ];
  const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const lines = await firstLines(child);
  const { url, dashboard } = readLines(lines, readToken(tokenFile));
  return { url, dashboard, stop: () => void child.kill() };
}

function readToken(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return undefined; // the first start prints a link of its own
  }
}

/** The collector's address and dashboard link out of what it printed; after the first start the kept token makes one. */
export function readLines(lines: readonly string[], token?: string): { url: string; dashboard: string } {
  const text = lines.join("\n");
  const url = /listening\s+(http:\/\/[^\s"]+?)\/?(?=["\s]|$)/i.exec(text)?.[1];
  if (url === undefined) throw new Error("The collector did not say where it listens.");
  const links = text.match(/https?:\/\/[^\s"]+/g) ?? [];
  return {
    url,
    dashboard:
      links.find((link) => /set-?up|token|dashboard/i.test(link)) ??
      `${url.replace("127.0.0.1", "localhost")}/${token === undefined ? "" : `setup?token=${token}`}`,
  };
}

function firstLines(child: ChildProcess): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const lines: string[] = [];
    const timer = setTimeout(() => {
      child.kill();
      reject(new Error(`The collector did not start within ${patience / 1000} seconds.`));
    }, patience);
    const finish = (): void => {
      clearTimeout(timer);
      resolve(lines);
    };
    const hear = (line: string): void => {
      if (lines.length < 100) lines.push(line);
      if (/listening\s+http/i.test(line)) setTimeout(finish, lastWords);
    };
    for (const stream of [child.stdout, child.stderr])
      if (stream) createInterface({ input: stream }).on("line", hear);
    child.once("error", reject);
    child.once("exit", (code) => {
      clearTimeout(timer);
      reject(new Error([`The collector ended with code ${code ?? "none"}.`, ...lines.slice(-5)].join("\n")));
    });
  });
}
