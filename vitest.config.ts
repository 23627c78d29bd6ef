import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const room = (name: string): string => fileURLToPath(new URL(`./sdk/src/${name}/index.ts`, import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      "heimspiel/conditions": room("audiences"),
      "heimspiel/interests": room("interests"),
      "heimspiel/signals": room("signals"),
      "heimspiel/statistics": room("statistics"),
      "heimspiel/wire": room("wire"),
    },
  },
  test: {
    include: ["{sdk,collector,demo-site}/src/**/*.test.{ts,tsx}", "docs/*.test.ts", "bench/**/*.test.mjs"],
    testTimeout: 20_000,
  },
});
