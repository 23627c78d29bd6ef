import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { language, plainLanguage } from "../audiences/index.js";
import { HeimspielError } from "../kernel/index.js";
import { readManifest } from "./manifest.js";
import { readCondition, settingsOf } from "./settings.js";

test("tact, topics and complements become the policy of interests", () => {
  const topics = [{ id: "socks", halfLife: 7, repurchase: 90, parents: ["hiking"] }, { id: "boots" }];
  const complements = { boots: { socks: 0.4 } };
  const { policy, manifest } = settingsOf({ topics, complements, tact: { restDays: 30 } }, language, vi.fn());
  expect(policy).toEqual({ restDays: 30, topics: { socks: topics[0], boots: topics[1] }, complements });
  expect(manifest.topics).toBe(topics);
});

test("an empty manifest leaves every default", () => {
  expect(settingsOf({}, language, vi.fn())).toEqual({
    manifest: {},
    policy: { topics: {}, complements: {} },
    partial: false,
    personas: [],
  });
});

test("personas are conditions, text or JSON, in the manifest's order", () => {
  const log = vi.fn();
  const personas = { alpinist: "interest.hiking >= 0.5", buyer: { "bought.boots": { $exists: true } } };
  const read = settingsOf({ personas }, language, log).personas;
  expect(read.map(([name]) => name)).toEqual(["alpinist", "buyer"]);
  const holding = (facts: object): string[] =>
    read.filter(([, test]) => test({ ...facts })).map(([name]) => name);
  expect(holding({ interest: { hiking: 0.5 } })).toEqual(["alpinist"]);
  expect(holding({ interest: { hiking: 0.4 }, bought: { boots: 3 } })).toEqual(["buyer"]);
  expect(log).not.toHaveBeenCalled();
});

test("with a part of the language the settings are partial as long as a persona asks for more", () => {
  const personas = { alpinist: "interest.hiking >= 0.5", buyer: { "bought.boots": { $exists: true } } };
  const partly = settingsOf({ personas }, plainLanguage, vi.fn());
  expect([partly.partial, partly.personas.length]).toEqual([true, 1]);
  expect(settingsOf({ personas }, language, vi.fn()).partial).toBe(false);
});

test("a persona that cannot be read is named and left out", () => {
  const log = vi.fn();
  const { personas } = settingsOf(
    { personas: { broken: "interest. >=", good: "top = hiking" } },
    language,
    log,
  );
  expect(personas.map(([name]) => name)).toEqual(["good"]);
  expect(log).toHaveBeenCalledExactlyOnceWith("manifest.personas.broken", expect.any(HeimspielError));
});

test("a condition, text or JSON, is read once and ready to be asked; a fault is told and nothing thrown", () => {
  const fault = vi.fn();
  for (const source of ["top = hiking", { top: "hiking" }, '{"top":"hiking"}']) {
    const read = readCondition(source, language, fault);
    expect(Object.keys(read?.condition ?? {})).toEqual(["top"]);
    expect(read?.test({ top: "hiking" })).toBe(true);
    expect(read?.test({ top: "golf" })).toBe(false);
  }
  expect(fault).not.toHaveBeenCalled();
  expect(readCondition("(", language, fault)).toBeUndefined();
  expect(fault).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: "condition-syntax" }));
});

test("whatever a manifest holds, settings are made of it and its personas can be asked", () => {
  const json = fc.jsonValue({ maxDepth: 4 });
  const personas = fc.dictionary(fc.string(), fc.oneof(json, fc.constant("interest.a > 0")), { maxKeys: 3 });
  const topics = fc.array(fc.oneof(json, fc.record({ id: fc.string(), label: json, parents: json })), {
    maxLength: 3,
  });
  fc.assert(
    fc.property(fc.record({ personas, topics, complements: json, tact: json }), (value) => {
      const settings = settingsOf(readManifest(value, vi.fn()), language, vi.fn());
      for (const [, test] of settings.personas) expect(typeof test({ interest: { a: 1 } })).toBe("boolean");
    }),
    { numRuns: 500 },
  );
});
