// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { build } from "../slots/build.test-helper.js";
import { granted, useScene } from "./client.test-helper.js";
import { settled } from "./fakes.test-helper.js";

const scene = useScene();
afterEach(() => {
  for (const name of ["CookieConsent", "Cookiebot"]) Reflect.deleteProperty(window, name);
});

const unknown = { personalization: "unknown", statistics: "unknown" };

/** Contract fakes of two banners in which the visitor has said yes to everything. */
const banners = {
  "vanilla-cookieconsent": () => {
    const categories = { preferences: {}, statistics: {} };
    const banner = { acceptedCategory: () => true, validConsent: () => true, getConfig: () => categories };
    Object.assign(window, { CookieConsent: banner });
  },
  cookiebot: () => {
    const consent = { method: "explicit", preferences: true, statistics: true };
    Object.assign(window, { Cookiebot: { hasResponse: true, consent } });
  },
};

test.each([
  ["vanilla-cookieconsent", undefined, granted],
  ["vanilla-cookieconsent", "auto", granted],
  ["vanilla-cookieconsent", "strict", granted],
  ["vanilla-cookieconsent", "vanilla-cookieconsent", granted],
  ["vanilla-cookieconsent", "klaro", unknown],
  ["vanilla-cookieconsent", "cookiebot", unknown],
  ["vanilla-cookieconsent", "manual", unknown],
  ["cookiebot", undefined, granted],
  ["cookiebot", "cookiebot", granted],
  ["cookiebot", "orejime", unknown],
  ["cookiebot", "vanilla-cookieconsent", unknown],
  ["cookiebot", "manual", unknown],
] as const)("a page with %s and the option consent=%s", async (banner, consent, choice) => {
  banners[banner]();
  const { client } = await scene.start({ ...(consent && { consent }) });
  await settled(20);
  expect(client.consent.get()).toEqual(choice);
});

test("a less common banner that comes with a later script is found", async () => {
  const { client } = await scene.start();
  await settled(20);
  banners.cookiebot();
  document.dispatchEvent(new Event("click"));
  await settled(20);
  expect(client.consent.get()).toEqual(granted);
});

test("an unknown name is said, and every banner is heard", async () => {
  banners.cookiebot();
  const { client, said } = await scene.start({ consent: "cookie-bot" });
  await settled(20);
  expect(said.join()).toContain('"cookie-bot" is not known');
  expect(client.consent.get()).toEqual(granted);
});

test("our own banner asks where the page has its element, and what is said to it is a choice", async () => {
  const element = build("<heim-consent></heim-consent>");
  const { client } = await scene.start();
  await settled(20);
  const reject = element.shadowRoot?.querySelector<HTMLButtonElement>("[part~=reject]");
  reject?.click();
  expect(client.consent.get()).toEqual({ personalization: "denied", statistics: "denied" });
});
