import { expect, test } from "vitest";
import { commit, validate } from "../ingest/index.js";
import { addToken, writeSite } from "../store/index.js";
import { createTestCollector, noon, type TestCollector } from "../testing/collector.js";
import { crowd, type Truth } from "../testing/crowd.js";

const hero: Truth = {
  slot: "home-hero",
  variants: ["hiking", "peru"],
  cells: [0.3, 0.25, 0.1, 0.05, 0.15, 0.1, 0.05],
  holdout: 0.2,
  goal: { holdout: 0.05, offered: 0.3 },
};
const even: Truth = { ...hero, slot: "even", goal: { holdout: 0.1, offered: 0.1 } };
const early: Truth = { ...hero, slot: "early", variants: ["<script>"], cells: [0.7, 0.1, 0.1, 0.1] };

async function seeded(): Promise<TestCollector> {
  const collector = await createTestCollector();
  const slots = {
    "home-hero": { variants: hero.variants, goal: "checkout" },
    early: { variants: early.variants },
  };
  await writeSite(collector.db, { name: "outdoor", slots });
  for (const [seed, [truth, visits]] of (
    [
      [hero, 2000],
      [even, 1000],
      [early, 60],
    ] as const
  ).entries()) {
    const reports = [...crowd(truth, { visits, seed, days: [20_779] })];
    await commit(
      collector.db,
      reports.map((report) => validate(report.body, noon)),
      20_779,
    );
  }
  return collector;
}

async function page(
  collector: TestCollector,
  path: string,
  headers: Record<string, string> = {},
): Promise<string> {
  const response = await collector.browse(path, headers);
  expect(response.status).toBe(200);
  const html = await response.text();
  expect(html).toMatch(/^<!doctype html>/);
  // What the content security policy would block, and what the dashboard must never say.
  expect(html).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|javascript:/i);
  expect(html).not.toMatch(/winner|gewinner|sieger/i);
  expect(html).not.toMatch(/(?:href|src|action)="(?:\/|http)/);
  return html;
}

test("the overview lists slots with their interval", async () => {
  const html = await page(await seeded(), "/");
  expect(html).toContain("home-hero");
  expect(html).toContain("2,000 answers");
  expect(html).toMatch(/95% interval: \+[\d.]+ to \+[\d.]+ pp/);
  expect(html).toMatch(/<svg[^>]+role="img"[^>]+aria-label="Effect: \+/);
});

test("a slot with an effect says so with its interval, one without does not", async () => {
  const collector = await seeded();
  const clear = await page(collector, "/slot?site=outdoor&name=home-hero");
  expect(clear).toContain("The whole interval is above zero");
  expect(clear).toContain("hiking");
  expect(clear).toContain("checkout");
  expect(clear).toMatch(/<rect class="interval" x="[\d.]+" y="11" width="[\d.]+"/);
  const unclear = await page(collector, "/slot?site=outdoor&name=even");
  expect(unclear).toContain("The interval includes zero");
  expect(unclear).toContain("variant 1");
});

test("an early slot shows no numbers, and names are text", async () => {
  const html = await page(await seeded(), "/slot?site=outdoor&name=early");
  expect(html).toContain("Not enough data: each group");
  expect(html).toContain("not enough data");
  expect(html).not.toContain('class="interval"');
  expect(html).toContain("&lt;script&gt;");
});

test("speaks German by the browser's wish or the address, which links then keep", async () => {
  const collector = await seeded();
  const wished = await page(collector, "/", { "Accept-Language": "fr, de-AT;q=0.8, en;q=0.5" });
  expect(wished).toContain('<html lang="de">');
  expect(wished).toContain("2.000 Antworten");
  const asked = await page(collector, "/?lang=de");
  expect(asked).toMatch(/href="slot\?site=outdoor&amp;name=home-hero&amp;lang=de"/);
  expect(await page(collector, "/slot?site=outdoor&name=home-hero&lang=de")).toContain(
    "Das ganze Intervall liegt über null",
  );
  expect(await page(collector, "/", { "Accept-Language": "ja" })).toContain('<html lang="en">');
});

test("an empty collector says what to do", async () => {
  const collector = await createTestCollector();
  expect(await page(collector, "/")).toContain("once 20 visits have answered");
});

test("pages carry the strict policy and leave no copy behind", async () => {
  const { headers } = await (await seeded()).browse("/");
  const policy = headers.get("Content-Security-Policy");
  expect(policy).toContain("default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'");
  expect(headers.get("Referrer-Policy")).toBe("no-referrer");
  expect(headers.get("Cache-Control")).toBe("no-store");
});

test("the style is a file with light and dark colours", async () => {
  const { app } = await createTestCollector();
  const response = await app.request("/style.css");
  expect(response.headers.get("Content-Type")).toContain("text/css");
  expect(await response.text()).toContain("prefers-color-scheme: dark");
  expect((await app.request("/icon.svg")).headers.get("Content-Type")).toBe("image/svg+xml");
});

test("an unknown slot is not found", async () => {
  const response = await (await seeded()).browse("/slot?site=outdoor&name=nothing");
  expect(response.status).toBe(404);
  expect(await response.text()).toContain("There is no such slot");
});

test.each(["/", "/slot?site=outdoor&name=home-hero"])(
  "a stranger sees nothing at %s but the sign-in",
  async (path) => {
    const { app } = await seeded();
    for (const cookie of ["", "heimspiel_dashboard=guess", "heimspiel_dashboard=secret"]) {
      const response = await app.request(path, { headers: { Cookie: cookie } });
      expect(response.status).toBe(401);
      const html = await response.text();
      expect(html).toContain('action="setup"');
      expect(html).not.toContain("2,000");
    }
  },
);

test("the set-up link signs one browser in, once", async () => {
  const { app, db } = await seeded();
  await addToken(db, "invitation", { scope: "setup", day: 20_779 });
  const response = await app.request("/setup?token=invitation");
  expect(response.status).toBe(303);
  expect(response.headers.get("Location")).toBe("./");
  const cookie = response.headers.get("Set-Cookie") ?? "";
  expect(cookie).toMatch(/^heimspiel_dashboard=token-1; .*HttpOnly; SameSite=Strict$/);
  expect(cookie).not.toContain("Path");
  expect((await app.request("/", { headers: { Cookie: "heimspiel_dashboard=token-1" } })).status).toBe(200);
  const again = await app.request("/setup?token=invitation");
  expect(again.status).toBe(401);
  const html = await again.text();
  expect(html).toContain("not valid");
  expect(html).not.toContain("invitation");
});

test("the form takes the API token, refuses others, and the session can be ended", async () => {
  const { app } = await seeded();
  const post = (token: string): Promise<Response> =>
    Promise.resolve(app.request("/setup", { method: "POST", body: new URLSearchParams({ token }) }));
  expect((await post("wrong")).status).toBe(401);
  expect((await post("browser")).status).toBe(401);
  expect((await post("x".repeat(5000))).status).toBe(413);
  expect((await post("secret")).status).toBe(303);
  const headers = { Cookie: "heimspiel_dashboard=token-1" };
  expect((await app.request("/", { headers })).status).toBe(200);
  expect((await app.request("/sign-out", { method: "POST", headers })).headers.get("Set-Cookie")).toContain(
    "Max-Age=0",
  );
  expect((await app.request("/", { headers })).status).toBe(401);
});

test("behind TLS the cookie is for TLS only", async () => {
  const { app } = await seeded();
  const headers = { "X-Forwarded-Proto": "https" };
  const response = await app.request("/setup?token=secret", { headers });
  expect(response.headers.get("Set-Cookie")).toMatch(/; Secure$/);
});
