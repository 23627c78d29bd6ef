import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { createApp, createShop, preferredLanguage } from "./server.js";

const files: Record<string, string> = {
  "dist/public/en/index.html": "banner home",
  "dist/public/en/not-found/index.html": "lost",
  "dist/public/de/nicht-gefunden/index.html": "verloren",
  "dist/public/assets/shop.js": "shop();",
  "dist/modes/manual/en/index.html": "manual home",
  "dist/modes/manual/en/not-found/index.html": "lost",
  "dist/policies.json": JSON.stringify({
    "vanilla-cookieconsent": "policy-banner",
    manual: "policy-manual",
  }),
  "sdk/heimspiel.js": "sdk();",
};

function folder(): { dist: string; sdk: string } {
  const root = mkdtempSync(join(tmpdir(), "almweg-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return { dist: join(root, "dist"), sdk: join(root, "sdk") };
}

const app = createApp({ port: 0, collectorUrl: "http://127.0.0.1:1", ...folder() });

test.each([
  ["de-AT,de;q=0.9,en;q=0.8", "de"],
  ["en-GB,en;q=0.9,de;q=0.5", "en"],
  ["fr", "en"],
  [undefined, "en"],
])("%s prefers %s", (header, language) => {
  expect(preferredLanguage(header)).toBe(language);
});

test("the root leads to the visitor's language and keeps the query", async () => {
  const response = await app.request("/?cmp=manual&heim=peru", { headers: { "accept-language": "de" } });
  expect(response.status).toBe(302);
  expect(response.headers.get("location")).toBe("/de/?cmp=manual&heim=peru");
  expect(response.headers.get("vary")).toBe("Accept-Language");
});

test("a page comes with the policy of its mode", async () => {
  const banner = await app.request("/en/");
  expect([await banner.text(), banner.headers.get("content-security-policy")]).toEqual([
    "banner home",
    "policy-banner",
  ]);
  const manual = await app.request("/en/?cmp=manual");
  expect([await manual.text(), manual.headers.get("content-security-policy")]).toEqual([
    "manual home",
    "policy-manual",
  ]);
});

test.each(["vanilla-cookieconsent", "unheard-of", "", "constructor"])(
  "?cmp=%s is the default mode",
  async (value) => {
    const response = await app.request(`/en/?cmp=${value}`);
    expect([await response.text(), response.headers.get("content-security-policy")]).toEqual([
      "banner home",
      "policy-banner",
    ]);
  },
);

test("assets are the same in every mode", async () => {
  expect(await (await app.request("/assets/shop.js?cmp=manual")).text()).toBe("shop();");
});

test("files are compressed, typed and revalidated", async () => {
  const response = await app.request("/heimspiel.js", { headers: { "accept-encoding": "gzip, br" } });
  expect(response.headers.get("content-type")).toMatch(/^text\/javascript/);
  expect(response.headers.get("content-encoding")).toBe("br");
  expect(brotliDecompressSync(Buffer.from(await response.arrayBuffer())).toString()).toBe("sdk();");
  const again = await app.request("/heimspiel.js", {
    headers: { "if-none-match": response.headers.get("etag")! },
  });
  expect([again.status, await again.text()]).toEqual([304, ""]);
});

test("an unknown address answers 404 in its language, an address without its slash leads on", async () => {
  const lost = await app.request("/de/nirgendwo/");
  expect([lost.status, await lost.text()]).toEqual([404, "verloren"]);
  const bare = await app.request("/en?cmp=manual");
  expect([bare.status, bare.headers.get("location")]).toEqual([301, "/en/?cmp=manual"]);
});

test.each(["/../policies.json", "/%2e%2e/policies.json", "/policies.json"])(
  "%s is not served",
  async (path) => {
    expect((await app.request(path)).status).toBe(404);
  },
);

test("a collector that is down costs a report its way, not the shop an error", async () => {
  const response = await app.request("/heim/v1/reports", { method: "POST", body: "{}" });
  expect(response.status).toBe(502);
});

test("reports reach the collector without cookie and referrer", async () => {
  const seen: unknown[] = [];
  const collector = createServer((request, response) => {
    const { cookie, referer } = request.headers;
    request.resume().on("end", () => {
      seen.push({ method: request.method, url: request.url, cookie, referer });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((ready) => collector.listen(0, "127.0.0.1", ready));
  const collectorUrl = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  const shop = await createShop({ port: 0, collectorUrl, ...folder() });
  const headers = { cookie: "a=b", referer: "http://shop.example/secret" };
  const response = await fetch(`${shop.url}/heim/v1/reports?x=1`, { method: "POST", body: "{}", headers });
  expect(response.status).toBe(204);
  expect(seen).toEqual([{ method: "POST", url: "/v1/reports?x=1", cookie: undefined, referer: undefined }]);
  await shop.close();
  await new Promise((closed) => collector.close(closed));
});

test("a taken port is an error with a code", async () => {
  const options = { collectorUrl: "http://127.0.0.1:1", ...folder() };
  const first = await createShop({ port: 0, ...options });
  const port = Number(new URL(first.url).port);
  await expect(createShop({ port, ...options })).rejects.toMatchObject({ code: "EADDRINUSE" });
  await first.close();
});
