import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startCollector } from "./collector.js";
import { createShop, type Shop } from "./server.js";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const firstPort = 4321;
const triedPorts = 20;

/** Starts collector and shop and says where they are. */
async function main(): Promise<void> {
  const program = join(repository, "collector/dist/main.js");
  if (!existsSync(program)) throw new Error("The collector is not built. Run `npm run build` first.");
  mkdirSync(join(repository, ".heimspiel"), { recursive: true });
  const collector = await startCollector({
    program,
    database: join(repository, ".heimspiel/collector.sqlite"),
    manifest: join(repository, "demo-site/dist/public/heimspiel.json"),
    tokenFile: join(repository, ".heimspiel/token"),
    port: 8787,
  });
  process.once("exit", collector.stop);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(0));
  const shop = await firstFreePort(collector.url);
  say(shop.url, collector.dashboard);
}

async function firstFreePort(collectorUrl: string): Promise<Shop> {
  for (let port = firstPort; port < firstPort + triedPorts; port++) {
    try {
      return await createShop({ port, collectorUrl });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    }
  }
  throw new Error(
    `The ports ${firstPort} to ${firstPort + triedPorts - 1} are all taken. Free one and start again.`,
  );
}

function say(shop: string, dashboard: string): void {
  console.log(`
  Shop        ${shop}/
  Dashboard   ${dashboard}

  Accept the banner, look at three pairs of hiking boots, go back to the start page: the picture on top has changed.
`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
