import { expect, test } from "vitest";
import { createTestCollector } from "../testing/collector.js";
import { read, seeded } from "./dashboard.test-helper.js";

const collector = await seeded();
const empty = await createTestCollector();

const paths = [
  "/",
  "/slot?site=outdoor&name=home-hero",
  "/slot?site=outdoor&name=even",
  "/slot?site=outdoor&name=early",
  "/interests?site=outdoor",
  "/interests?site=empty",
  "/privacy?site=outdoor",
  "/privacy?site=empty",
  "/settings",
];

test.each(paths)("%s speaks both languages, and its numbers are there as CSV and JSON", async (path) => {
  const join = path.includes("?") ? "&" : "?";
  const english = await read(collector, path);
  const german = await read(collector, `${path}${join}lang=de`);
  expect(english).toContain('<html lang="en">');
  expect(german).toContain('<html lang="de">');
  const words = (html: string): string[] =>
    html
      .replace(/<[^>]*>/g, "\n")
      .split("\n")
      .filter((text) => /[a-z]{4,} [a-z]{2,} [a-z]{2,}/i.test(text));
  expect(words(german).filter((text) => words(english).includes(text))).toEqual([]);
  const json = await collector.browse(`${path}${join}format=json`);
  expect(json.headers.get("Content-Type")).toBe("application/json");
  const rows = (await json.json()) as Record<string, unknown>[];
  const csv = await (await collector.browse(`${path}${join}format=csv`)).text();
  expect(csv.trim().split("\r\n")).toHaveLength(rows.length + 1);
});

test.each(["/", "/interests", "/privacy", "/settings"])(
  "%s is a whole page without answers and without sites",
  async (path) => {
    const none = await createTestCollector();
    expect(await read(none, path)).toContain("outdoor");
    await none.db.deleteFrom("site").execute();
    expect(await read(none, path)).toMatch(/No site yet|No question has|Add a site first/);
  },
);

test("the overview tells clear, unclear and early slots apart, the clear one first", async () => {
  const html = await read(collector, "/");
  const order = ["clear effect", "no clear effect", "not enough data"].map((state) =>
    html.indexOf(`</span>${state}</span>`),
  );
  expect(order.every((at) => at > 0)).toBe(true);
  expect([...order].sort((a, b) => a - b)).toEqual(order);
  expect(html.indexOf("home-hero")).toBeLessThan(html.indexOf(">even<"));
  expect(html).toMatch(/aria-label="home-hero: \+[\d.]+ pp, 95% interval \+[\d.]+ to \+[\d.]+ pp"/);
  expect(html).toContain("once 20 visits have answered");
});

test("a slot with an effect says so, with both intervals and what they mean", async () => {
  const html = await read(collector, "/slot?site=outdoor&name=home-hero");
  expect(html).toContain("Both intervals are above zero");
  expect(html).toContain("may be looked at as often as you like");
  expect(html).toMatch(/<line class="anytime" x1="[\d.]+" x2="[\d.]+"/);
  expect(html).toContain("peru − hiking");
  expect(html).toContain("checkout");
  expect(html).not.toContain("The groups are not as large");
});

test("a slot without an effect does not", async () => {
  const html = await read(collector, "/slot?site=outdoor&name=even");
  expect(html).toContain("The intervals include zero");
  expect(html).not.toContain("The groups are not as large");
});

test("groups of the wrong size are warned of, before any effect is named", async () => {
  const overview = await read(collector, "/");
  expect(overview).toContain("</span>uneven groups</span>");
  expect(overview).toMatch(/class="bar tone up"[^>]*aria-label="home-hero: /);
  expect(overview).toMatch(/class="bar tone calm"[^>]*aria-label="uneven: \+/);
  const html = await read(collector, "/slot?site=outdoor&name=uneven");
  expect(html).not.toContain("Both intervals");
  expect(html).toMatch(
    /role="alert">The groups are not as large as they should be: Held out [12]\d\.\d% instead of 50.0%/,
  );
});

test("an early slot shows no numbers, and names are text", async () => {
  const html = await read(collector, "/slot?site=outdoor&name=early");
  expect(html).toContain("Not enough data: each group needs at least 100 answers.");
  expect(html).not.toMatch(
    /<svg class="(?:bar|timeline)[^>]*>(?:<line class="(?:track|zero)"[^>]*><\/line>)*<line class="anytime"/,
  );
  expect(html).toContain("&lt;script&gt;&quot;&#39;");
  expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
});

test("answers and days for an effect are worked out from what is typed in", async () => {
  const path = "/slot?site=outdoor&name=home-hero";
  const answers = async (query: string): Promise<number> => {
    const html = await read(collector, `${path}${query}`);
    const [, text = ""] = /<output>To see a change from 10.0% to [\d.]+%, ([\d,]+) answers/.exec(html) ?? [];
    expect(html).toMatch(/that is [\d,]+ days\. There are [\d,]+ so far\.<\/output>/);
    return Number(text.replaceAll(",", ""));
  };
  const [small, large] = [await answers("&rate=10&effect=1"), await answers("&rate=10&effect=2")];
  expect(small / large).toBeGreaterThan(3.5);
  expect(small / large).toBeLessThan(4.1);
  for (const query of ["&rate=10&effect=0", "&rate=99&effect=2", "&rate=1e999&effect=-1"])
    expect(await read(collector, `${path}${query}`)).toContain("<output>Enter a rate and an effect");
  expect(await read(collector, `${path}&rate=x&effect=`)).toContain("<output>To see a change");
  const output = async (query: string): Promise<string | undefined> =>
    /<output>.*<\/output>/.exec(await read(collector, `${path}${query}`))?.[0];
  // Days before the first answer say nothing about how many come a day.
  expect(await output("&from=2026-01-01&to=2026-12-31")).toBe(await output(""));
});

test("a period is kept by the forms, and one without answers says so", async () => {
  const path = "/slot?site=outdoor&name=home-hero&from=2026-11-22&to=2026-11-22";
  const html = await read(collector, path);
  expect(html).toContain("Nov 22, 2026 – Nov 22, 2026");
  expect(html).toContain('<input type="hidden" name="from" value="2026-11-22"/>');
  const before = await read(collector, "/slot?site=outdoor&name=home-hero&from=2026-01-01&to=2026-01-02");
  expect(before).toContain("not enough data");
});

test("interests name topics and pairs that can be told", async () => {
  const html = await read(collector, "/interests?site=outdoor");
  expect(html).toMatch(/aria-label="hiking: [45]\d\.\d%, 95% interval/);
  expect(html).toMatch(/aria-label="hiking → camping: [45]\d\.\d%/);
  expect(html).toContain("Not told: 1 of 3.");
  expect(await read(collector, "/interests?site=empty")).toContain("Nobody has answered this yet");
});

test("the privacy page names every question with its ε, mechanism and what was received", async () => {
  const html = await read(collector, "/privacy?site=outdoor");
  for (const name of ["slot:home-hero", "uplift:home-hero", "slot:early", "topics", "pairs"])
    expect(html).toContain(`<small>${name}</small>`);
  expect(html).toContain("Says the truth with 95.3%, else the opposite");
  expect(html).toContain("50% suspicion → 95.3% at most");
  expect(html).toContain("600\u00a0answers");
  expect(html).toContain("ε = 6 in any seven days");
});

test("speaks German by the browser's wish; a language asked for is kept by links", async () => {
  const wished = await read(collector, "/", { "Accept-Language": "fr, de-AT;q=0.8, en;q=0.5" });
  expect(wished).toContain('<html lang="de">');
  const asked = await read(collector, "/?lang=de");
  expect(asked).toContain('href="slot?site=outdoor&amp;name=home-hero&amp;lang=de"');
  expect(await read(collector, "/", { "Accept-Language": "ja" })).toContain('<html lang="en">');
});

test("pages carry the strict policy and leave no copy behind", async () => {
  const { headers } = await collector.browse("/");
  const policy = headers.get("Content-Security-Policy");
  expect(policy).toContain("default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'");
  expect(headers.get("Referrer-Policy")).toBe("same-origin");
  expect(headers.get("Cache-Control")).toBe("no-store");
});

test("the style is a file with light, dark and paper, and asked for again by its hash", async () => {
  const response = await empty.app.request("/style.css");
  expect(response.headers.get("Content-Type")).toContain("text/css");
  const style = await response.text();
  for (const part of ["prefers-color-scheme: dark", ".intervals", ".bar", "textarea", "@media print"])
    expect(style).toContain(part);
  const again = { headers: { "If-None-Match": response.headers.get("ETag") ?? "" } };
  expect((await empty.app.request("/style.css", again)).status).toBe(304);
  expect((await empty.app.request("/icon.svg")).headers.get("Content-Type")).toBe("image/svg+xml");
});

test.each(["/slot?site=outdoor&name=nothing", "/slot?site=nowhere&name=home-hero", "/slot"])(
  "%s is not found",
  async (path) => {
    const response = await collector.browse(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("There is no such slot");
  },
);
