import { expect, test } from "vitest";
import { cmpIds, type Cmp } from "./cmps.js";
import { cacheControl, contentSecurityPolicy, cspHash } from "./headers.js";

test("a hash is the one browsers compute", () => {
  // The example of https://www.w3.org/TR/CSP3/#external-hash
  expect(cspHash("alert('Hello, world.');")).toBe("sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=");
});

test("manual pages have the strictest policy", () => {
  expect(contentSecurityPolicy("manual", "alert('Hello, world.');")).toBe(
    "default-src 'self'; script-src 'self' 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='; " +
      "style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
  );
});

const writingHtml: readonly Cmp[] = ["vanilla-cookieconsent", "tarteaucitron"];

test.each(cmpIds)("%s differs from the strictest policy in one directive at most", (cmp) => {
  const strictest = contentSecurityPolicy("manual");
  const expected = strictest.replace("trusted-types 'none'", "trusted-types default");
  expect(contentSecurityPolicy(cmp)).toBe(writingHtml.includes(cmp) ? expected : strictest);
  expect(strictest).not.toContain("sha256");
});

test.each([
  ["/en/index.html", false, "no-cache"],
  ["/assets/shop.js", true, "public, max-age=31536000, immutable"],
  ["/assets/img/passo-mid.svg", false, "public, max-age=3600"],
  ["/heimspiel.js", false, "public, max-age=60"],
])("%s (versioned: %s) may be kept %s", (path, versioned, expected) => {
  expect(cacheControl(path, versioned)).toBe(expected);
});

test("no page forbids the back/forward cache", () => {
  expect(cacheControl("/de/index.html", false)).not.toContain("no-store");
});
