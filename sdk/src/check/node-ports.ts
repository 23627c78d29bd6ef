import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Ports } from "./ports.js";

/** How long an address may take, in milliseconds. */
const limit = 30_000;

async function listFolder(path: string): Promise<string[] | undefined> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => undefined);
  if (!entries) return undefined;
  const lists = entries
    .filter(({ name }) => !name.startsWith(".") && name !== "node_modules")
    .map(async (entry) => {
      const file = join(path, entry.name);
      return entry.isDirectory() ? ((await listFolder(file)) ?? []) : [file];
    });
  return (await Promise.all(lists)).flat().sort();
}

/** The real world, as Node.js sees it. */
export function createNodePorts(): Ports {
  return {
    readFile: (path) => readFile(path, "utf8"),
    listFolder,
    async fetchText(url) {
      const response = await fetch(url, { signal: AbortSignal.timeout(limit) });
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      return response.text();
    },
    print: (line) => void process.stdout.write(`${line}\n`),
    complain: (line) => void process.stderr.write(`${line}\n`),
  };
}
