import { becomeSkier, counted, expect, known, named, pageOf, slot, test } from "../apps/fixtures.js";
import type { Answer } from "../apps/serve.js";
import { inUndrivenBrowser } from "../apps/undriven-browser.js";
import { readRecord } from "../support/journey.js";
import { goBack, inPlainBrowser } from "../support/plain-browser.js";

const nothing = (): Promise<void> => Promise.resolve();

interface State {
  profile: { visit: { pages: number }; declared: Record<string, unknown> };
  memory: { slots: object };
}
test("a page comes out of the back/forward cache as it was painted, and knows what another page has learned", async ({
  open,
}) => {
  const site = await open({
    "/": pageOf(slot("hero") + slot("other", "", "declared.sport = x")),
    "/second": pageOf("<p>"),
  });
  await inPlainBrowser(nothing, async (page) => {
    await becomeSkier(page, site);
    await page.goto(site.url);
    await expect(named(page, "hero")).toHaveText("Skis hero");
    await counted(page, 2);
    await page.evaluate(() => Object.assign(window, { kept: true }));
    await page.goto(`${site.url}/second`);
    await counted(page, 3);
    await page.evaluate(() =>
      (window as unknown as { heimspiel: { declare(name: string, value: string): void } }).heimspiel.declare(
        "sport",
        "golf",
      ),
    );
    await goBack(page, "/");
    expect(await page.evaluate(() => "kept" in window)).toBe(true);
    await expect.poll(async () => JSON.stringify((await known(page)).profile)).toContain("golf");
    await expect(named(page, "hero")).toHaveText("Skis hero");
  });
});

/** What the prerendered page tells of the device. */
interface Told {
  prerendering: boolean;
  state: State;
}

/** Makes the visitor known, and goes to a page that has the next one prerendered; runs in the page. */
async function leadOn(): Promise<void> {
  const frame = (): Promise<number> => new Promise((next) => requestAnimationFrame(next));
  while (!("consent" in window.heimspiel)) await frame();
  window.heimspiel.consent.set({ personalization: "granted" });
  window.heimspiel.declare("sport", "ski");
  while (!(await readRecord("state"))) await frame();
  location.href = "/rules";
}

/** Goes there once its slot is decided; runs in the page. */
async function goOn(): Promise<void> {
  await fetch("/decided");
  location.href = "/next";
}

/** Tells what is on the device when the slot is decided, and when the visitor's coming has been remembered; runs in the page. */
function tellTwice(): void {
  const tell = async (path: string, state: unknown): Promise<void> => {
    const { prerendering = false } = document as { prerendering?: boolean };
    await fetch(path, { method: "POST", body: JSON.stringify({ prerendering, state }) });
  };
  const decided = new MutationObserver(() => {
    if (!document.querySelector("[data-heim-state=personalized]")) return;
    decided.disconnect();
    void readRecord("state").then((state) => tell("/decision", state));
  });
  decided.observe(document, { attributes: true, childList: true, subtree: true });
  const visited = async (): Promise<void> => {
    const state = "export" in window.heimspiel ? await window.heimspiel.export() : undefined;
    if (state?.memory?.slots["second"]) void tell("/visit", state);
    else requestAnimationFrame(() => void visited());
  };
  document.addEventListener("prerenderingchange", () => void visited());
}

test("prerendering: slots are decided; nothing is counted or remembered before the visitor comes", async ({
  open,
}) => {
  const told = new Map<string, (told: Told) => void>();
  const hear = (path: string): Promise<Told> => new Promise((heard) => told.set(path, heard));
  const receive =
    (path: string): Answer =>
    (response) => {
      let body = "";
      response.req.on("data", (bytes: Buffer) => (body += bytes.toString()));
      response.req.on("end", () => {
        response.end();
        told.get(path)?.(JSON.parse(body) as Told);
      });
    };
  const decision = hear("/decision");
  const visit = hear("/visit");
  const rules = JSON.stringify({ prerender: [{ urls: ["/next"], eagerness: "immediate" }] });
  const script = (run: () => unknown): string => `${readRecord.toString()}; (${run.toString()})()`;
  const { url } = await open({
    "/": pageOf('<script src="/lead.js" async></script>', '<script src="/queue.js"></script>'),
    "/next": pageOf(slot("second"), '<script src="/tell.js"></script>'),
    // Without the SDK, so that what is on the device is known.
    "/rules": (response) => {
      // Chromium takes no inline rules where the policy has a hash, as boot.js's.
      response.removeHeader("content-security-policy");
      response.end(
        `<!doctype html><script type="speculationrules">${rules}</script><script src="/go.js"></script>`,
      );
    },
    "/go.js": script(goOn),
    "/queue.js": "window.heimspiel = []",
    "/lead.js": script(leadOn),
    "/tell.js": `window.heimspiel = []; ${script(tellTwice)}`,
    "/decided": (response) => void decision.then(() => response.end()),
    "/decision": receive("/decision"),
    "/visit": receive("/visit"),
  });
  await inUndrivenBrowser(`${url}/`, async () => {
    const before = await decision;
    expect(before.prerendering).toBe(true);
    expect(before.state.profile.visit.pages).toBe(1);
    expect(before.state.memory.slots).toEqual({});
    const after = await visit;
    expect(after.prerendering).toBe(false);
    expect(after.state.profile.visit.pages).toBe(2);
  });
});

test("a page prints what it shows, and nothing of it is hidden", async ({ page, open }) => {
  const site = await open({ "/": pageOf(slot("hero") + slot("other", "", "declared.sport = golf")) });
  await becomeSkier(page, site);
  await page.goto(site.url);
  await expect(named(page, "hero")).toHaveText("Skis hero");
  await page.emulateMedia({ media: "print" });
  await expect(named(page, "hero")).toBeVisible();
  await expect(named(page, "other")).toBeVisible();
  await expect(named(page, "other")).toHaveText("Default other");
});

test("nothing is animated", async ({ page, open }) => {
  const site = await open({ "/": pageOf(slot("hero")) });
  await becomeSkier(page, site);
  await page.addInitScript(() => {
    const started: string[] = [];
    Object.assign(window, { started });
    for (const name of ["transitionrun", "animationstart"])
      document.addEventListener(name, () => started.push(name), true);
    Element.prototype.animate = () => {
      throw new Error("animated");
    };
  });
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(site.url);
  await expect(named(page, "hero")).toHaveText("Skis hero");
  await page.evaluate(() => window.heimspiel.consent.withdraw());
  await expect(named(page, "hero")).toHaveText("Default hero");
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  expect(await page.evaluate(() => (window as { started?: string[] }).started)).toEqual([]);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a page is its default, all of it visible", async ({ page, open }) => {
    const site = await open({ "/": pageOf(slot("hero")) });
    await page.goto(site.url);
    await expect(page.getByRole("heading", { name: "Default hero" })).toBeVisible();
    await expect(page.getByText("Skis")).toHaveCount(0);
  });
});
