import { expect, test } from "vitest";
import { addToken, listTokens, revokeToken } from "../store/index.js";
import type { TestCollector } from "../testing/collector.js";
import { checkPage, prepared } from "./dashboard.test-helper.js";

const own = { "Sec-Fetch-Site": "same-origin" };
const cookie = (token: string): Record<string, string> => ({ Cookie: `heimspiel_dashboard=${token}` });
const dayMs = 86_400_000;

function get({ app }: TestCollector, path: string, token?: string): Promise<Response> {
  return Promise.resolve(app.request(path, token === undefined ? {} : { headers: cookie(token) }));
}

function post(
  { app }: TestCollector,
  path: string,
  { headers = {}, fields = {} }: { headers?: Record<string, string>; fields?: Record<string, string> },
): Promise<Response> {
  const body = new URLSearchParams(fields);
  return Promise.resolve(app.request(path, { method: "POST", body, headers }));
}

test.each(["/", "/slot?site=outdoor&name=home-hero", "/interests", "/privacy", "/settings", "/?format=json"])(
  "a stranger sees nothing at %s but the sign-in",
  async (path) => {
    const collector = await prepared();
    await addToken(collector.db, "invitation", { scope: "setup", day: 20_779 });
    for (const token of [undefined, "", "guess", "invitation"]) {
      const response = await get(collector, path, token);
      expect(response.status).toBe(401);
      const html = await response.text();
      checkPage(html);
      expect(html).toContain('action="setup"');
      expect(html).not.toMatch(/checkout|outdoor</);
    }
  },
);

test("the set-up link signs one browser in, once, and it may change settings", async () => {
  const collector = await prepared();
  await addToken(collector.db, "invitation", { scope: "setup", day: 20_779 });
  const response = await get(collector, "/setup?token=invitation");
  expect(response.status).toBe(303);
  expect(response.headers.get("Location")).toBe("./");
  const set = response.headers.get("Set-Cookie") ?? "";
  expect(set).toMatch(/^heimspiel_dashboard=token-1; .*HttpOnly; SameSite=Lax$/);
  expect(set).not.toContain("Path");
  expect((await get(collector, "/settings", "token-1")).status).toBe(200);
  const again = await get(collector, "/setup?token=invitation");
  expect(again.status).toBe(401);
  const html = await again.text();
  expect(html).toContain("not valid");
  expect(html).not.toContain("invitation");
});

test("the form takes read, admin and share tokens and refuses all else", async () => {
  const collector = await prepared();
  const enter = (token: string): Promise<Response> =>
    post(collector, "/setup", { headers: own, fields: { token } });
  for (const token of ["wrong", "", "browser"]) expect((await enter(token)).status).toBe(401);
  expect((await enter("x".repeat(5000))).status).toBe(413);
  for (const token of ["secret", "admin", "shared"]) {
    const response = await enter(token);
    expect(response.status).toBe(303);
    expect(response.headers.get("Set-Cookie")).toContain(`heimspiel_dashboard=${token};`);
  }
  expect((await get(collector, "/settings", "admin")).status).toBe(200);
  expect((await get(collector, "/settings", "secret")).status).toBe(403);
});

test("a session can be ended, and then is", async () => {
  const collector = await prepared();
  const headers = { ...own, ...cookie("browser") };
  expect((await get(collector, "/", "browser")).status).toBe(200);
  expect((await post(collector, "/sign-out", { headers })).headers.get("Set-Cookie")).toContain("Max-Age=0");
  expect((await get(collector, "/", "browser")).status).toBe(401);
});

test("a share link shows its site and no other, and writes nothing", async () => {
  const collector = await prepared();
  expect((await get(collector, "/share?token=shared")).headers.get("Set-Cookie")).toContain("=shared;");
  const overview = await (await get(collector, "/", "shared")).text();
  expect(overview).toContain("<h2>outdoor</h2>");
  expect(overview).toContain(">Read only<");
  expect(overview).not.toContain("empty");
  expect(overview).not.toContain('href="settings');
  for (const path of ["/interests?site=empty", "/privacy?site=empty", "/?format=json"])
    expect(await (await get(collector, path, "shared")).text()).not.toMatch(/empty<\/|site=empty"/);
  expect((await get(collector, "/slot?site=empty&name=home-hero", "shared")).status).toBe(404);
  expect((await get(collector, "/settings", "shared")).status).toBe(403);
  for (const action of ["site", "share", "token", "revoke"]) {
    const fields = { do: action, name: "mine", site: "outdoor", days: "7", scope: "admin" };
    const response = await post(collector, "/settings", { headers: { ...own, ...cookie("shared") }, fields });
    expect(response.status).toBe(403);
    const html = await response.text();
    checkPage(html);
    expect(html).toContain("for reading only");
  }
  expect(await (await get(collector, "/settings", "browser")).text()).not.toContain("mine");
});

test("who may change settings keeps that when opening a share link", async () => {
  const collector = await prepared();
  const response = await get(collector, "/share?token=shared", "browser");
  expect(response.status).toBe(303);
  expect(response.headers.get("Set-Cookie")).toBeNull();
});

test("a share link ends with its last day, and at once when it is revoked", async () => {
  const collector = await prepared();
  expect((await get(collector, "/", "shared")).status).toBe(200);
  collector.pass(7 * dayMs);
  expect((await get(collector, "/", "shared")).status).toBe(401);
  expect((await get(collector, "/share?token=shared")).status).toBe(401);
  collector.pass(-7 * dayMs);
  const { id = "" } = (await listTokens(collector.db)).find(({ scope }) => scope === "share") ?? {};
  await revokeToken(collector.db, id);
  expect((await get(collector, "/", "shared")).status).toBe(401);
});

test.each([
  { "Sec-Fetch-Site": "cross-site" },
  { "Sec-Fetch-Site": "same-site", Origin: "http://localhost" },
  { "Sec-Fetch-Site": "none" },
  { Origin: "https://evil.example" },
  { Origin: "null" },
  {},
])("a form from elsewhere changes nothing: %o", async (from) => {
  const collector = await prepared();
  const headers = { ...cookie("browser"), ...from } as Record<string, string>;
  for (const path of ["/setup", "/sign-out", "/settings"]) {
    const response = await post(collector, path, {
      headers,
      fields: { token: "secret", do: "site", name: "evil" },
    });
    expect(response.status).toBe(403);
    expect(response.headers.get("Set-Cookie")).toBeNull();
    expect(await response.text()).toContain("not sent from the dashboard");
  }
  const settings = await get(collector, "/settings", "browser");
  expect(await settings.text()).not.toContain("evil");
});

test.each([
  { Origin: "http://localhost" },
  { Origin: "https://shop.example", "X-Forwarded-Host": "shop.example" },
  { Origin: "http://192.168.1.7:8787", Host: "192.168.1.7:8787" },
])("a form of the dashboard's own page is taken over plain HTTP and behind a proxy: %o", async (from) => {
  const headers = { ...from } as Record<string, string>;
  expect((await post(await prepared(), "/setup", { headers, fields: { token: "secret" } })).status).toBe(303);
});

test("behind TLS the cookie is for TLS only", async () => {
  const { app } = await prepared();
  const headers = { "X-Forwarded-Proto": "https" };
  const response = await app.request("/setup?token=secret", { headers });
  expect(response.headers.get("Set-Cookie")).toMatch(/; Secure$/);
});
