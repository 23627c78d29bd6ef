import { expect, test } from "vitest";
import { findToken, listTokens, openDatabase, readSites } from "../../store/index.js";
import type { TestCollector } from "../../testing/collector.js";
import { useDatabases } from "../../testing/databases.js";
import { checkPage, prepared, read } from "../dashboard.test-helper.js";

const today = 20_779;
const { newPostgres } = useDatabases();

/** Sends a form of the settings page as a signed-in browser does. */
async function submit(
  { app }: TestCollector,
  fields: Readonly<Record<string, string | File>>,
  headers: Record<string, string> = {},
): Promise<{ status: number; html: string }> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const response = await app.request("/settings", {
    method: "POST",
    body,
    headers: { Cookie: "heimspiel_dashboard=browser", "Sec-Fetch-Site": "same-origin", ...headers },
  });
  const html = await response.text();
  checkPage(html.replace(/<input class="made"[^>]*>/, ""));
  return { status: response.status, html };
}

const manifest = JSON.stringify({
  topics: [{ id: "hiking" }, { id: 7 }],
  slots: { hero: { variants: ["a", "b"], goal: "buy" }, bad: { variants: 3 } },
});

test("a site is added with its origins and the names of a pasted manifest; what is skipped is told", async () => {
  const collector = await prepared();
  const form = {
    do: "site",
    name: "fashion",
    origins: "https://a.example\nhttps://b.example:8443 ",
    manifest,
  };
  const { status, html } = await submit(collector, form);
  expect(status).toBe(200);
  expect(html).toContain("Site fashion is saved.");
  expect(html).toContain("slot &quot;bad&quot; is skipped");
  expect(html).toContain("topic 1 is skipped");
  const [site] = await readSites(collector.db, ["fashion"]);
  expect(site).toEqual({
    name: "fashion",
    origins: ["https://a.example", "https://b.example:8443"],
    slots: { hero: { variants: ["a", "b"], goal: "buy" } },
    cells: { topics: ["none", "hiking"], pairs: ["none"] },
    fixed: false,
  });
});

test("a manifest may be uploaded, and without one the names stay as they were", async () => {
  const collector = await prepared();
  const file = new File([manifest], "heimspiel.json", { type: "application/json" });
  await submit(collector, { do: "site", name: "outdoor", origins: "", file, fixed: "yes" });
  await submit(collector, {
    do: "site",
    name: "outdoor",
    origins: "https://c.example",
    file: new File([], ""),
  });
  const [site] = await readSites(collector.db, ["outdoor"]);
  expect(site).toMatchObject({ origins: ["https://c.example"], fixed: false });
  expect(Object.keys(site?.slots ?? {})).toEqual(["hero"]);
});

test.each([
  [{ name: "a b" }, "1 to 64 letters"],
  [{ name: "" }, "1 to 64 letters"],
  [{ name: "new", origins: "shop.example" }, "not an origin such as https://shop.example: shop.example"],
  [{ name: "new", origins: "https://shop.example/path" }, "not an origin"],
  [{ name: "new", origins: "javascript:alert" }, "not an origin"],
  [{ name: "new", manifest: "{" }, "not a heimspiel.json"],
  [{ name: "new", manifest: '{"slots":[1]}<b>' }, "not a heimspiel.json"],
])("%o is refused and changes nothing", async (fields, why) => {
  const collector = await prepared();
  const before = await readSites(collector.db);
  const { status, html } = await submit(collector, { do: "site", ...fields });
  expect(status).toBe(400);
  expect(html).toContain(why);
  expect(await readSites(collector.db)).toEqual(before);
});

test("a share link is made for one site and a time, shown once with the page's own address, and revoked", async () => {
  const collector = await prepared();
  const form = { do: "share", site: "outdoor", label: "Agency <b>", days: "7" };
  const referer = { Referer: "https://shop.example/heim/settings?lang=en" };
  const { html } = await submit(collector, form, referer);
  expect(html).toContain('value="https://shop.example/heim/share?token=token-1"');
  expect(html).toContain("Agency &lt;b&gt;");
  expect(await read(collector, "/settings")).not.toContain("token-1");
  const made = await findToken(collector.db, "token-1", today + 6);
  expect(made).toMatchObject({ scope: "share", site: "outdoor", label: "Agency <b>", expires: today + 7 });
  expect(await findToken(collector.db, "token-1", today + 7)).toBeUndefined();
  expect((await submit(collector, { do: "revoke", id: made?.id ?? "" })).html).toContain("no longer works");
  expect(await findToken(collector.db, "token-1", today)).toBeUndefined();
  expect((await submit(collector, { do: "revoke", id: made?.id ?? "" })).status).toBe(400);
});

test.each([
  [{ scope: "read" }, 'value="token-1"'],
  [{ scope: "admin", label: "CI" }, 'value="token-1"'],
  [{ scope: "setup" }, 'value="http://localhost/setup?token=token-1"'],
])("a token %o is made and shown once", async (fields, shown) => {
  const collector = await prepared();
  expect((await submit(collector, { do: "token", ...fields })).html).toContain(shown);
  expect(await findToken(collector.db, "token-1", today)).toMatchObject(fields);
});

test.each([
  {},
  { do: "constructor" },
  { do: "share", site: "nowhere", days: "7" },
  { do: "share", site: "outdoor", days: "0" },
  { do: "share", site: "outdoor", days: "1e9" },
  { do: "token", scope: "session" },
  { do: "token", scope: "share" },
  { do: "revoke", id: "%" },
])("a form %o that is not one of ours changes nothing", async (fields) => {
  const collector = await prepared();
  const before = await listTokens(collector.db);
  expect((await submit(collector, fields as Record<string, string>)).status).toBe(400);
  expect(await listTokens(collector.db)).toEqual(before);
});

test("NUL, at which PostgreSQL fails, is refused in every field", async () => {
  const db = await openDatabase(await newPostgres());
  const collector = await prepared({ db });
  const [sites, tokens] = [await readSites(db), await listTokens(db)];
  for (const fields of [
    { do: "site", name: "a\0b" },
    { do: "site", name: "new", origins: "https://shop.example\0" },
    { do: "share", site: "out\0door", days: "7" },
    { do: "share", site: "outdoor", days: "7", label: "Agency\0" },
    { do: "token", scope: "read", label: "\0" },
    { do: "revoke", id: "\0" },
  ]) {
    const { status, html } = await submit(collector, fields);
    expect(status, JSON.stringify(fields)).toBe(400);
    expect(html).toContain("NUL character");
  }
  expect(await readSites(db)).toEqual(sites);
  expect(await listTokens(db)).toEqual(tokens);
  const escaped = '{"slots":{"hero":{"variants":["a\\u0000"]}}}';
  expect((await submit(collector, { do: "site", name: "new", manifest: escaped })).status).toBe(200);
  await db.destroy();
});

test("a body that is too long or cannot be read changes nothing", async () => {
  const collector = await prepared();
  expect((await submit(collector, { do: "site", name: "big", manifest: "x".repeat(1_000_001) })).status).toBe(
    413,
  );
  const response = await collector.app.request("/settings", {
    method: "POST",
    body: "--x",
    headers: {
      Cookie: "heimspiel_dashboard=browser",
      "Sec-Fetch-Site": "same-origin",
      "Content-Type": "multipart/form-data; boundary=y",
    },
  });
  expect(response.status).toBe(400);
});
