import { expect, test } from "vitest";
import { optionsFrom } from "./options.js";

test("the script tag's attributes are the options", () => {
  const options = {
    site: "outdoor",
    collector: "https://shop.example/heim",
    manifest: "/heimspiel.json",
    consent: "strict",
    gpc: "deny",
    policyVersion: "2",
  };
  expect(optionsFrom(options)).toEqual(options);
});

test("what is missing or empty is not there at all, so that a default can stand; other attributes are not ours", () => {
  const options = optionsFrom({ site: "outdoor", collector: "", hold: "page", turboTrack: "reload" });
  expect(options).toEqual({ site: "outdoor" });
  expect("collector" in options).toBe(false);
  expect("manifest" in options).toBe(false);
});
