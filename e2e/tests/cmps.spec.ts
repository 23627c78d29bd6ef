import { answer, answersOf, change, click, cmps, saysToggled, type Cmp } from "../support/cmps.js";
import {
  choiceOn,
  databases,
  denied,
  expectDefault,
  granted,
  keptPurposes,
  keysOn,
  lookAtBoots,
  openPersonalizedHome,
  unknown,
} from "../support/device.js";
import { hearExceptions } from "../support/errors.js";
import { fakeTcf, type TcEvent } from "../support/fake-tcf.js";
import { expect, test, type Page, type Shop } from "../support/fixtures.js";
import { hide, readRecord } from "../support/journey.js";

const onlyPersonalization = { personalization: "granted", statistics: "denied" };

const addressOf =
  (shop: Shop, { id }: Cmp) =>
  (path: string): string =>
    `${shop.url}${path}?cmp=${id}`;

/** Waits for the record of a choice; tarteaucitron loads the page again after some. */
const expectRecord = (page: Page, { source }: Cmp, purposes: object): Promise<void> =>
  expect
    .poll(() => page.evaluate(readRecord, "consent").catch(() => "on its way"))
    .toMatchObject({ source, purposes });

/** Waits until nothing is kept; for our own banner, nothing but the bare no. */
async function expectNothingKept(page: Page, { ours }: Cmp): Promise<void> {
  const kept = (): Promise<unknown[]> => (ours ? keysOn(page) : databases(page)).catch(() => ["on its way"]);
  await expect.poll(kept).toEqual(ours ? ["consent"] : []);
  if (ours) expect(await keptPurposes(page)).toEqual(denied);
}

/** Everything after which a page may ask its banner again. */
const lookAgain = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.dispatchEvent(new Event("pageshow"));
    document.dispatchEvent(new Event("visibilitychange"));
  });

const reportsFrom = (page: Page): string[] => {
  const sent: string[] = [];
  page.context().on("request", (request) => {
    if (request.url().endsWith("/v1/reports")) sent.push(request.postData() ?? "");
  });
  return sent;
};

for (const cmp of cmps) {
  test(`grant, change, second tab, withdraw, reload, grant again: ${cmp.id}`, async ({ page, shop }) => {
    const open = addressOf(shop, cmp);
    const errors = hearExceptions(page);
    const reports = reportsFrom(page);

    await test.step("before a choice nothing is kept", async () => {
      await page.goto(open("/en/"));
      await expect(page.locator(cmp.banner).first()).toBeVisible();
      await expectDefault(page);
      expect(await choiceOn(page)).toEqual(unknown);
      expect(await databases(page)).toEqual([]);
    });

    await test.step("a grant makes a record", async () => {
      await answer(page, cmp, cmp.accept);
      await expectRecord(page, cmp, granted);
    });

    await test.step("without statistics nothing is sent any more, and three pages make a variant", async () => {
      await change(page, cmp, [cmp.withoutStatistics, [true, false]]);
      await expectRecord(page, cmp, onlyPersonalization);
      expect(await choiceOn(page)).toEqual(onlyPersonalization);
      await lookAtBoots(page, open);
      await openPersonalizedHome(page, open);
      await page.waitForLoadState("networkidle");
      await hide(page);
      expect(await choiceOn(page)).toEqual(onlyPersonalization);
      expect(reports).toEqual([]);
    });

    await test.step("with statistics there is a report", async () => {
      await change(page, cmp, [cmp.withStatistics, [true, true]]);
      await expectRecord(page, cmp, granted);
      await openPersonalizedHome(page, open);
      await expect.poll(() => hide(page).then(() => reports.length)).toBeGreaterThan(0);
    });

    await test.step("with the banner's script blocked the record stands", async () => {
      const blocked = /\/(assets\/(vendor|cmps)\/.*|consent-ui)\.js/;
      await page.route(blocked, (route) => route.abort());
      await openPersonalizedHome(page, open);
      expect(await choiceOn(page)).toEqual(granted);
      await lookAgain(page);
      await page.waitForLoadState("networkidle");
      expect(await choiceOn(page)).toEqual(granted);
      await expectRecord(page, cmp, granted);
      await page.unroute(blocked);
    });

    await test.step("and when the banner says the same", async () => {
      await openPersonalizedHome(page, open);
      await expect.poll(() => answersOf(page, cmp)).toEqual([true, true]);
      await lookAgain(page);
      expect(await choiceOn(page)).toEqual(granted);
      await expectRecord(page, cmp, granted);
    });

    const other = await page.context().newPage();
    await test.step("a withdrawal empties the other tab too, whatever its banner says", async () => {
      await openPersonalizedHome(other, open);
      await expect.poll(() => answersOf(other, cmp)).toEqual([true, true]);
      await page.goto(open("/en/"));
      await change(page, cmp, [cmp.rejectAll, [false, false]]);
      await expectNothingKept(page, cmp);
      await expectDefault(other);
      expect(await answersOf(other, cmp)).toEqual([!cmp.ours, !cmp.ours]);
      await other.bringToFront();
      await lookAgain(other);
      expect(await choiceOn(other)).toEqual(denied);
      await expectDefault(other);
      await expectDefault(page);
      await expectNothingKept(other, cmp);
      await other.close();
    });

    await test.step("after a reload there is still nothing", async () => {
      await page.reload();
      await page.waitForLoadState("networkidle");
      await expectDefault(page);
      await expect.poll(() => answersOf(page, cmp)).toEqual([false, false]);
      await expectNothingKept(page, cmp);
    });

    await test.step("a new grant counts", async () => {
      await change(page, cmp, [cmp.acceptAll, [true, true]]);
      await expectRecord(page, cmp, granted);
      expect(await choiceOn(page)).toEqual(granted);
    });
    expect(errors).toEqual([]);
  });
}

/** What the visitor has ticked or seen, but not said. */
for (const [id, toggle, ticked] of [
  ["klaro", "#klaro label[for=service-item-preferences] .slider", "#service-item-preferences"],
  ["orejime", "label[for=orejime-purpose-preferences]", "#orejime-purpose-preferences"],
  ["c15t", "[data-own-purpose=preferences]", "[data-own-purpose=preferences]"],
] as const) {
  test(`a toggle that was not saved is no choice: ${id}`, async ({ page, shop }) => {
    const cmp = cmps.find((one) => one.id === id) as Cmp;
    const open = addressOf(shop, cmp);
    await page.goto(open("/en/"));
    await expectDefault(page);
    await click(page, [cmp.onlyPreferences[0] as string, toggle]);
    await expect(page.locator(ticked)).toBeChecked();
    if (id === "klaro") expect(await page.evaluate(saysToggled)).toBe(true);
    await lookAgain(page);
    await page.waitForLoadState("networkidle");
    expect(await choiceOn(page)).toEqual(unknown);
    expect(await databases(page)).toEqual([]);
    await page.goto(open("/en/"));
    await expectDefault(page);
    expect(await choiceOn(page)).toEqual(unknown);
    expect(await databases(page)).toEqual([]);
  });
}

test("a refusal at first is heard, and nothing is kept", async ({ page, shop }) => {
  // A no to the built-in banner is kept, so that nobody asks again: see its own tests.
  for (const cmp of cmps.filter(({ id }) => id !== "built-in")) {
    await page.goto(addressOf(shop, cmp)("/en/"));
    await answer(page, cmp, cmp.reject);
    // A TC string without a consent cannot be told from one without an answer.
    const heard = cmp.id === "tcf" ? unknown : denied;
    await expect.poll(() => choiceOn(page).catch(() => undefined), cmp.id).toEqual(heard);
    await page.waitForLoadState("networkidle");
    expect(await choiceOn(page)).toEqual(heard);
    expect(await databases(page)).toEqual([]);
  }
});

const consents = { 1: true, 5: true, 6: true, 8: true, 9: true };
const noChoices: Record<string, TcEvent> = {
  "the dialog is open": { eventStatus: "cmpuishown", gdprApplies: true, publisher: { consents } },
  "the publisher's segment is empty": {
    eventStatus: "tcloaded",
    gdprApplies: true,
    publisher: { consents: {} },
  },
  "the GDPR does not apply": { eventStatus: "tcloaded", gdprApplies: false, publisher: { consents } },
  "it is not known whether the GDPR applies": {
    eventStatus: "tcloaded",
    gdprApplies: undefined,
    publisher: { consents },
  },
};

for (const [name, event] of Object.entries(noChoices)) {
  test(`TCF (contract fake): no grant while ${name}`, async ({ page, shop }) => {
    await page.addInitScript(fakeTcf, event);
    await page.goto(`${shop.url}/en/?cmp=manual`);
    await page.waitForLoadState("networkidle");
    await lookAgain(page);
    await expectDefault(page);
    expect(await choiceOn(page)).toEqual(unknown);
    expect(await databases(page)).toEqual([]);
    await page.evaluate((data) => window.tellTcf?.(data), {
      eventStatus: "useractioncomplete" as const,
      gdprApplies: true,
      publisher: { consents },
    });
    await expect.poll(() => choiceOn(page), "the fake is heard").toEqual(granted);
  });
}
