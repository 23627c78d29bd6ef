import { framesOf, recordFrames } from "../support/frames.js";
import { expect, test } from "../support/fixtures.js";
import { accept, address, keptOnDevice } from "../support/journey.js";
import { rewritePages } from "../support/pages.js";
import { day, storedProfile, travel } from "../support/time.js";

const offering = `<section data-heim-slot="offer"><p>News</p><template data-heim-variant="spring"
  data-heim-when="campaign = spring"><p>Ten per cent off tents</p></template></section>`;

test("an offer opened in an e-mail stands in the first frame, on the next page and on the next visit, until it ends", async ({
  page,
  context,
  shop,
}) => {
  await rewritePages(page, (html) => html.replace(/<main[^>]*>/, `$&${offering}`));
  const slot = page.locator("[data-heim-slot=offer]");
  await page.goto(address(shop, "/en/", "manual"));
  await accept(page, "manual");
  await keptOnDevice(page, "state");
  await recordFrames(page, "offer");

  await page.goto(`${address(shop, "/en/", "manual")}&heim=spring&utm_medium=email&x=1`);
  await expect(slot).toHaveAttribute("data-heim-active", "spring");
  const seen = (await framesOf(page)).filter(({ visible }) => visible);
  expect(seen.length).toBeGreaterThan(0);
  expect(new Set(seen.map(({ active }) => active))).toEqual(new Set(["spring"]));
  await expect.poll(() => new URL(page.url()).search).toBe("?cmp=manual&utm_medium=email&x=1");
  await expect
    .poll(async () => (await storedProfile(page)).campaign)
    .toMatchObject({
      id: "spring",
      channel: "email",
    });

  await page.goto(address(shop, "/en/hiking/", "manual"));
  await expect(slot).toHaveAttribute("data-heim-active", "spring");
  const later = await context.newPage();
  await travel(later, 29 * day);
  await later.goto(address(shop, "/de/", "manual"));
  await expect(later.locator("[data-heim-slot=offer]")).toHaveAttribute("data-heim-active", "spring");
  await travel(later, 31 * day);
  await later.goto(address(shop, "/de/", "manual"));
  await expect(later.locator("[data-heim-slot=offer]")).toHaveAttribute("data-heim-state", "default");
});
