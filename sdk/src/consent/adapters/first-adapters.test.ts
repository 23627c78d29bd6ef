import { Window as HappyWindow } from "happy-dom";
import { expect, test } from "vitest";
import { firstAdapters } from "./first-adapters.js";

const ids = (named?: string) =>
  firstAdapters({ window: new HappyWindow() as unknown as Window, log: () => undefined }, named).map(
    ({ id }) => id,
  );

test("platforms come first, then banners, then the framework; Google Consent Mode only when it is named", () => {
  const order = ["wp-consent-api", "shopify", "vanilla-cookieconsent", "klaro", "tcf"];
  expect(ids()).toEqual(order);
  expect(ids("klaro")).toEqual(order);
  expect(ids("google-consent-mode")).toEqual([...order, "google-consent-mode"]);
});
