/** Runs in the page: what is compared, the check that it can be compared, and the clock. */
import { evalCondition, GrowthBook } from "@growthbook/growthbook";
import { compile, parse } from "../../sdk/src/audiences/index.ts";
import { begin } from "../../sdk/src/client/begin.ts";
import { browserEnvironment } from "../../sdk/src/client/environment.ts";
import * as model from "../../sdk/src/client/learn-stage.ts";
import { startLearning } from "../../sdk/src/client/learning.ts";
import * as more from "../../sdk/src/client/more-stage.ts";
import { decide, emptyMemory } from "../../sdk/src/decisions/index.ts";
import { createEmitter } from "../../sdk/src/kernel/index.ts";
import { manifest, now, profileOf, signalsOf, slots } from "./shop.mjs";

const fail = (...problem) => {
  throw new Error(problem.join(" "));
};

/** The page view of a visitor who has consented, as `begin` makes it, with the learning that the observing stage adds. */
async function visit(profile) {
  const consent = { purposes: { personalization: "granted" }, policyVersion: "", source: "bench" };
  const stored = [consent, { profile, memory: emptyMemory("seed") }];
  window.heimspielBoot = { read: Promise.resolve(stored), release: () => undefined };
  const environment = { ...browserEnvironment(window), clock: () => now, log: fail };
  const view = begin({ manifest }, environment, () => Promise.resolve(more));
  await view.restored;
  await view.needed;
  Object.assign(view, { emitter: createEmitter(fail) });
  const device = { change: (step) => (view.state = step(view.state)), flush: () => Promise.resolve() };
  const learning = startLearning(view, device, { model, reach: () => undefined });
  learning.stop();
  return { view, learning };
}

/** The same conditions as GrowthBook's features, one a slot, with a rule for each variant. */
function growthBookOf(conditions) {
  const features = conditions.map((slot, i) => [
    `slot-${i}`,
    { defaultValue: "none", rules: slot.map((condition, v) => ({ condition, force: `v${v}` })) },
  ]);
  const sdk = new GrowthBook({ features: Object.fromEntries(features) });
  return (facts) => {
    void sdk.setAttributes(facts);
    return features.map(([name]) => sdk.evalFeature(name).value);
  };
}

/** Fails unless both answer every condition alike, in every situation; tells how many hold. */
function check({ conditions, tests, evaluateAll, situations }) {
  let held = 0;
  for (const { facts } of situations) {
    const answers = conditions.flat().map((condition, i) => {
      const [ours, theirs] = [tests[i](facts), evalCondition(facts, condition)];
      if (ours !== theirs) fail("different answers:", JSON.stringify(condition), ours, theirs);
      held += ours;
      return ours;
    });
    const first = conditions.map((slot, i) => answers.slice(5 * i, 5 * i + slot.length).indexOf(true));
    const values = first.map((v) => (v < 0 ? "none" : `v${v}`));
    if (values.join() !== evaluateAll(facts).join())
      fail("GrowthBook's features do not match its conditions");
  }
  return held / (situations.length * tests.length);
}

/** Sets up what is compared: each operation takes a number that says which signal or situation is next. */
export async function setUp() {
  const profiles = { 5: profileOf(5), 50: profileOf(50) };
  const signals = { 5: signalsOf(5), 50: signalsOf(50) };
  const { view, learning } = await visit(profiles[50]);
  /** One signal, folded into the same profile each time, and every slot decided again. */
  const learn = (profile, list) => (i) => {
    view.state = { ...view.state, profile };
    learning.signal(list[i % list.length]);
  };
  const whole = learn(profiles[50], signals[50]);
  const before = view.personalizer.runs.size;
  let changes = 0;
  document.addEventListener("heim:slot", () => (changes += 1));
  const situations = signals[50].map((_, i) => {
    whole(i);
    return { ...view.situation(), page: { slots: before, personalized: 0 } };
  });
  const specs = [...view.personalizer.runs.values()].map(({ spec }) => spec);
  const conditions = slots.map((slot) => slot.map((text) => parse(text)));
  const tests = conditions.flat().map((condition) => compile(condition));
  const evaluateAll = growthBookOf(conditions);
  const at = (i) => situations[i % situations.length];
  const operations = {
    whole,
    decide: (i) => specs.forEach((spec) => decide(spec, at(i))),
    growthBook: (i) => evaluateAll(at(i).facts),
    tests: (i) => tests.forEach((test) => test(at(i).facts)),
    evalCondition: (i) =>
      conditions.forEach((slot) => slot.forEach((one) => evalCondition(at(i).facts, one))),
    "5 topics": learn(profiles[5], signals[5]),
    "50 topics": learn(profiles[50], signals[5]),
  };
  const figures = {
    topics: Object.values(profiles).map(({ topics }) => Object.keys(topics).length),
    slots: specs.length,
    variants: specs.flatMap(({ variants }) => variants).length,
    held: check({ conditions, tests, evaluateAll, situations }),
    changes: changes / situations.length,
  };
  return { operations, figures };
}

/** Long enough for a clock of 5 µs. What the page's observers do after a batch is part of it. */
async function batch(operation, count) {
  const start = performance.now();
  for (let i = 0; i < count; i += 1) operation(i);
  await undefined;
  return (performance.now() - start) / count;
}

/** Times the operations in turn, round by round; in milliseconds for one. */
export async function measure({ operations }, rounds) {
  const counts = {};
  const times = {};
  for (const [name, operation] of Object.entries(operations)) {
    // warm-up, and how many make 2 ms
    for (let i = 0; i < 10; i += 1) counts[name] = Math.ceil(2 / (await batch(operation, 100)));
    times[name] = [];
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, operation] of Object.entries(operations))
      times[name].push(await batch(operation, counts[name]));
    // lets the browser do what it has to do, outside of what is measured
    await new Promise((resolve) => setTimeout(resolve));
  }
  return times;
}
