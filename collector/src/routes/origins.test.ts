import { expect, test } from "vitest";
import { writeSite } from "../store/index.js";
import { createTestCollector } from "../testing/collector.js";
import { bodyOf } from "../testing/visitor.js";

test("only configured origins may read the answer", async () => {
  const { app, send } = await createTestCollector({ origins: ["https://other.example"] });
  for (const origin of ["https://shop.example", "https://other.example"]) {
    const response = await send(bodyOf(1), { Origin: origin });
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe(origin);
  }
  const stranger = await send(bodyOf(2), { Origin: "https://stranger.example" });
  expect(stranger.headers.get("Access-Control-Allow-Origin")).toBeNull();
  const preflight = await app.request("/v1/reports", {
    method: "OPTIONS",
    headers: { Origin: "https://shop.example", "Access-Control-Request-Method": "POST" },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get("Access-Control-Allow-Methods")).toBe("POST");
  expect(preflight.headers.get("Access-Control-Allow-Credentials")).toBeNull();
  const refused = await send("{", { Origin: "https://shop.example" });
  expect(refused.headers.get("Access-Control-Allow-Origin")).toBe("https://shop.example");
});

test("known origins are kept while the database is gone, whatever the clock does", async () => {
  const { db, send, pass } = await createTestCollector();
  const allowed = async (origin: string): Promise<string | null> =>
    (await send("{", { Origin: origin })).headers.get("Access-Control-Allow-Origin");
  expect(await allowed("https://shop.example")).toBe("https://shop.example");
  expect(await allowed("https://new.example")).toBeNull();
  await writeSite(db, { name: "new", origins: ["https://new.example"] });
  pass(-365 * 86_400_000);
  expect(await allowed("https://new.example")).toBe("https://new.example");
  await db.destroy();
  pass(6_000);
  expect(await allowed("https://new.example")).toBe("https://new.example");
});
