import fc from "fast-check";
import { expect, test } from "vitest";
import { createTestCollector, noon } from "../testing/collector.js";
import { bodyOf, reportOf } from "../testing/visitor.js";
import { Refusal } from "./refusal.js";
import { validate } from "./validate.js";

test("a report becomes the cells its answers name", () => {
  const incoming = validate(bodyOf(3), noon);
  const byte = Buffer.from(reportOf(3).answers[0]!.a, "base64url")[0]!;
  expect(incoming).toMatchObject({ site: "outdoor", day: 20_779 });
  expect(incoming.answers[0]).toMatchObject({
    name: "slot:home-hero",
    cells: 7,
    arm: -1,
    set: [Math.log2(byte)],
  });
});

const json = fc.jsonValue({ maxDepth: 3 });
// Bodies that are nearly reports reach deeper than random text does.
const nearly = fc
  .record({ key: fc.constantFrom("v", "site", "id", "day", "answers", "pad"), value: json })
  .map(({ key, value }) => JSON.stringify({ ...reportOf(1), [key]: value }));
const nearlyAnswer = fc
  .record({
    key: fc.constantFrom("q", "cells", "hash", "eps", "m", "arm", "a"),
    value: fc.oneof(json, fc.integer()),
  })
  .map(({ key, value }) =>
    JSON.stringify({ ...reportOf(1), answers: [{ ...reportOf(1).answers[0], [key]: value }] }),
  );
const cut = fc.nat(400).map((at) => bodyOf(1).slice(0, at));
const body = fc.oneof(fc.string(), fc.json(), nearly, nearlyAnswer, cut);

test("any text is either a report or a refusal with a place", () => {
  fc.assert(
    fc.property(body, (text) => {
      try {
        validate(text, noon);
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal);
        expect((error as Refusal).status).toBe(400);
        expect((error as Refusal).place).not.toBe("");
      }
    }),
    { numRuns: 500 },
  );
});

test("no body gets an answer of 500 or above", async () => {
  const { send } = await createTestCollector();
  await fc.assert(
    fc.asyncProperty(body, async (text) => {
      expect((await send(text)).status).toBeLessThan(500);
    }),
    { numRuns: 150 },
  );
});

test("bytes that are no text are refused", async () => {
  const { app } = await createTestCollector();
  const bytes = new Uint8Array([0xff, 0xfe, 0x00, 0x80, 0xc0]);
  expect((await app.request("/v1/reports", { method: "POST", body: bytes })).status).toBe(400);
});
