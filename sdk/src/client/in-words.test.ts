// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { compile, parse, topicsOf } from "../audiences/index.js";
import { decide, emptyMemory, type Decision, type VariantSpec } from "../decisions/index.js";
import {
  explain as explainDecision,
  type Evidence,
  emptyProfile,
  facts,
  fold,
  muted,
  resting,
  turnPage,
  type Profile,
} from "../interests/index.js";
import type { Core } from "./core.js";
import { explain, reasonsOf, speechOf } from "./in-words.js";
import type { Run } from "./personalizer.js";

const now = Date.UTC(2026, 10, 20, 12);
const day = 86_400_000;
const topics = ["hiking", "travel", "camping", "hiking-boots", "constructor"];
const complements = { "hiking-boots": { travel: 0.8 } };

/** Numbers of a seed, https://en.wikipedia.org/wiki/Linear_congruential_generator */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) % below;
}

function randomProfile(pick: (below: number) => number): Profile {
  let profile = turnPage(emptyProfile(), now - pick(30) * day);
  for (let i = pick(12) + 2; i > 0; i--) {
    const kind = (["view", "view", "view", "dwell", "like", "cart", "purchase"] as const)[pick(7)]!;
    const at = now - pick(20) * day;
    profile = fold(profile, { kind, topics: [topics[pick(5)]!], at, page: `/${pick(6)}` }, now, {
      complements,
    });
  }
  if (pick(2))
    profile = fold(profile, { kind: "declare", topics: [], name: "sport", value: "ski", at: now }, now);
  return turnPage(profile, now);
}

const conditions = [
  ...topics.map((topic) => `interest.${topic} >= 0.2`),
  ...[
    "bought.hiking-boots and need.travel > 0.1",
    "top = hiking",
    "declared.sport = ski",
    "visit.count >= 1",
  ],
  ...[
    "interest.travel >= 0.1 and interest.hiking >= 0.1",
    "not bought.travel and (visit.pages = 1 or top = travel)",
  ],
];

const variantOf = (text: string): VariantSpec => ({
  name: text,
  when: compile(parse(text)),
  topics: topicsOf(parse(text)),
});

/** What a slot decides for a profile, and a core in which it is shown. */
function scene(profile: Profile, variants: VariantSpec[]): { core: Core; run: Run; decision: Decision } {
  const spec = { name: "hero", choose: "first", holdout: 0, variants } as const;
  const decision = decide(spec, {
    facts: facts(profile, now, { complements }) as never,
    ...{ memory: emptyMemory("seed"), now, visitStart: profile.visit.start },
    ...{ resting: resting(profile, now), muted: muted(profile), page: { slots: 2, personalized: 0 } },
  });
  const run = { markup: { name: "hero" }, spec, decision, shown: decision.variant && {} } as unknown as Run;
  const core = {
    ...{ window, clock: () => now, settings: { manifest: { complements }, policy: { complements } } },
    ...{ state: { profile }, personalizer: { runs: new Map([[document.body, run]]) } },
  } as unknown as Core;
  return { core, run, decision };
}

test("of 200 random profiles, what is explained is the reason recorded with the decision", () => {
  let personalized = 0;
  for (let seed = 1; seed <= 200; seed++) {
    const pick = numbers(seed * 7919);
    const profile = randomProfile(pick);
    const variants = Array.from({ length: 3 }, () => variantOf(conditions[pick(conditions.length)]!));
    const { core, run, decision } = scene(profile, variants);
    const told = explain(core, "hero");
    const shown = reasonsOf(core, run);
    if (decision.variant === undefined) {
      expect(told).toBeUndefined();
      continue;
    }
    personalized++;
    const { used } = decision.reason;
    const speech = speechOf(core);
    const alone = used.flatMap((fact) => explainDecision({ used: [fact] }, profile, speech).evidence);
    // Two facts may be one reason: the same topic, by its name and as the strongest.
    const reasons = new Map(
      alone.map((evidence) => [evidence.text, evidence]).reverse() as [string, Evidence][],
    );
    expect(new Set(told!.evidence)).toEqual(new Set(reasons.values()));
    expect(alone).toHaveLength(used.length);
    for (const { text } of alone) expect(told!.text).toContain(text);
    for (const { topic, kind, count } of told!.evidence)
      if (kind === "looked")
        expect(count).toBe(Object.values(profile.topics[topic!]!.pages).filter(Boolean).length);
    expect(shown!.text).toBe(told!.text);
    expect(shown!.facts).toHaveLength(told!.evidence.length);
    const chosen = variants.find(({ name }) => name === decision.variant)!.topics;
    for (const { id } of shown!.topics) expect([...chosen, ...Object.keys(profile.topics)]).toContain(id);
  }
  expect(personalized).toBeGreaterThan(100);
});

test("what can be turned down are the topics used, not what was bought; else those of the variant", () => {
  const buyer = fold(emptyProfile(), { kind: "purchase", topics: ["hiking-boots"], at: now, page: "/" }, now);
  const need = scene(buyer, [variantOf("bought.hiking-boots and need.travel > 0.1")]);
  expect(reasonsOf(need.core, need.run)?.topics).toEqual([{ id: "travel", label: "travel" }]);
  const marked = scene(buyer, [{ name: "a", topics: ["camping"] }]);
  const reasons = reasonsOf(marked.core, marked.run);
  expect(reasons?.topics.map(({ id }) => id)).toEqual(["camping"]);
  expect([reasons?.text, reasons?.facts]).toEqual(["Shown to everyone: nothing about you was used.", []]);
});
