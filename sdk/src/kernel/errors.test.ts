import { expect, test } from "vitest";
import { HeimspielError } from "./errors.js";

test("an error carries its stable code, its name and what caused it", () => {
  const cause = new Error("disk");
  const error = new HeimspielError("storage-failed", "could not write", { cause });
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({
    code: "storage-failed",
    name: "HeimspielError",
    message: "could not write",
    cause,
  });
});

test("an error without a cause has none, so that logs show no empty one", () => {
  expect("cause" in new HeimspielError("stage-failed", "x")).toBe(false);
});
