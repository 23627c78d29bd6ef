import { expect, test } from "vitest";
import { cmpIds, cmpOf, cmps, defaultCmp } from "./cmps.js";

test.each([null, "", "unheard-of", "toString", "Klaro"])("%j asks for the default banner", (value) => {
  expect(cmpOf(value)).toBe(defaultCmp);
});

test.each(cmpIds)("%s asks for itself", (id) => {
  expect(cmpOf(id)).toBe(id);
});

test("the shop's own banners bring no script of their own into the strictest modes", () => {
  for (const id of ["built-in", "manual"] as const) {
    expect(cmps[id]).toMatchObject({ scripts: [], styles: [], trustedTypes: "'none'" });
  }
});
