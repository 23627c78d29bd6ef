/** The servers that are measured beside each other, each in processes of its own. */
import { build } from "esbuild";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const dist = here("../../collector/dist");

/** Bundles the collector and what is measured of it into a folder where its packages are found. */
export async function bundleAll() {
  mkdirSync(dist, { recursive: true });
  const outdir = mkdtempSync(join(dist, "bench-"));
  const entries = {
    postgres: "../../collector/src/testing/postgres.ts",
    single: "single.mjs",
    grow: "grow.mjs",
  };
  await build({
    entryPoints: Object.entries(entries).map(([out, path]) => ({ in: here(path), out })),
    ...{ outdir, bundle: true, platform: "node", format: "esm", packages: "external" },
    ...{ jsx: "automatic", jsxImportSource: "hono/jsx", outExtension: { ".js": ".mjs" } },
  });
  await ended(
    spawn(process.execPath, [here("../../collector/scripts/build.mjs"), outdir], { stdio: "inherit" }),
  );
  return { path: (name) => join(outdir, name), remove: () => rmSync(outdir, { recursive: true }) };
}

async function ended(child) {
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`${child.spawnargs.join(" ")} ended with ${code}`);
}

// As docs/deployment.md starts the collector: what waits for its commit is young for longer than usual.
const flags = ["--max-semi-space-size=64"];

/** Starts a process that says where it listens. */
export async function start(args) {
  const child = spawn(process.execPath, [...flags, ...args], { stdio: ["ignore", "pipe", "ignore"] });
  const [line] = await once(createInterface(child.stdout), "line");
  return {
    port: Number(new URL(line.replace("listening ", "")).port),
    pid: child.pid,
    async stop() {
      child.kill();
      await once(child, "exit");
    },
  };
}

/** Greatest memory so far in MB, and processor time in seconds, of a process (https://man7.org/linux/man-pages/man5/proc.5.html). */
export function usage(pid) {
  const memory = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/.*\) /, "").split(" ");
  // In ticks of 10 ms: user and system time are fields 14 and 15, counted from 1 with the two that were cut.
  return { memory: Number(memory) / 1024, cpu: (Number(fields[11]) + Number(fields[12])) / 100 };
}

export function temporaryFolder() {
  const path = mkdtempSync(join(tmpdir(), "heimspiel-bench-"));
  return { path, remove: () => rmSync(path, { recursive: true }) };
}
