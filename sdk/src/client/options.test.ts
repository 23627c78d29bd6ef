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

test("what the tag does not say is not there at all, so that a default can stand", () => {
  const options = optionsFrom({ site: "outdoor" });
  expect(options).toEqual({ site: "outdoor" });
  for (const name of ["collector", "manifest", "consent"]) expect(name in options).toBe(false);
});

test("the options are a copy: the tag's attributes may change", () => {
  const data: DOMStringMap = { site: "outdoor" };
  const options = optionsFrom(data);
  data["site"] = "other";
  expect(options.site).toBe("outdoor");
});
