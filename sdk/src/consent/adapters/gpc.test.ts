import { expect, test } from "vitest";
import { readDnt, readGpc } from "./gpc.js";

test.each([
  [{ globalPrivacyControl: true }, true],
  [{ globalPrivacyControl: false }, false],
  [{ globalPrivacyControl: "1" }, false],
  [{}, false],
])("Global Privacy Control in %o is %s", (navigator, sent) => {
  expect(readGpc(navigator)).toBe(sent);
});

test.each([
  [{ doNotTrack: "1" }, true],
  [{ doNotTrack: "0" }, false],
  [{ doNotTrack: "unspecified" }, false],
  [{ doNotTrack: null }, false],
  [{ doNotTrack: 1 }, false],
  [{}, false],
])("Do Not Track in %o is %s", (navigator, sent) => {
  expect(readDnt(navigator)).toBe(sent);
});
