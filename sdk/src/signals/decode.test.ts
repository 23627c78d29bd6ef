import { expect, test } from "vitest";
import { decodeNode, decodeText } from "./decode.js";

test.each([
  ["Shoes &amp; Boots", "Shoes & Boots"],
  ["H&uuml;te &amp; M&Uuml;TZEN, Gr&ouml;&szlig;e", "Hüte & MÜTZEN, Größe"],
  ["Shoes &amp;amp; Boots", "Shoes & Boots"],
  ["Boot&nbsp;Brown &amp;#8211; &#x41; &ndash; B", "Boot Brown – A   B"],
  ["R&D; H&M", "R&D; H&M"],
  ["&#99999999999; &#x110000;", "&#99999999999;  "],
  ["&lt;b&gt;bold&lt;/b&gt;", "<b>bold</b>"],
])("%j is decoded to %j", (text, expected) => {
  expect(decodeText(text)).toBe(expected);
});

test("all texts of a thing are decoded, to a depth that ends", () => {
  const node = { name: "A &amp; B", brand: [{ name: "C&#38;D" }], price: 1, none: null };
  decodeNode(node);
  expect(node).toEqual({ name: "A & B", brand: [{ name: "C&D" }], price: 1, none: null });
  const loop: Record<string, unknown> = {};
  loop.loop = loop;
  expect(() => decodeNode(loop)).not.toThrow();
});
