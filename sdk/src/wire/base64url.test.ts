import fc from "fast-check";
import { expect, test } from "vitest";
import { fromBase64url, toBase64url } from "./base64url.js";

// RFC 4648 §10, without the padding
test.each([
  ["", ""],
  ["f", "Zg"],
  ["fo", "Zm8"],
  ["foo", "Zm9v"],
  ["foob", "Zm9vYg"],
  ["fooba", "Zm9vYmE"],
  ["foobar", "Zm9vYmFy"],
])("%j is %j", (plain, encoded) => {
  expect(toBase64url(new TextEncoder().encode(plain))).toBe(encoded);
  expect(new TextDecoder().decode(fromBase64url(encoded))).toBe(plain);
});

test("agrees with Node's encoder and comes back", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = toBase64url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString("base64url"));
      expect(fromBase64url(text)).toEqual(bytes);
    }),
  );
});

test("whatever text is accepted is the one text of its bytes", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\w+/=-]{0,9}$/), (text) => {
      const bytes = fromBase64url(text);
      if (bytes) expect(toBase64url(bytes)).toBe(text);
    }),
  );
});

test.each(["A", "AAAAA", "AB", "AAB", "AA==", "A+", "A/", "A ", "ä", "AA\n"])("%j is refused", (text) => {
  expect(fromBase64url(text)).toBeUndefined();
});
