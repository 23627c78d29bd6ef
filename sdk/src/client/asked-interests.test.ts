import { expect, test } from "vitest";
import { emptyMemory } from "../decisions/index.js";
import { emptyProfile, fold, isSensitive, type Signal } from "../interests/index.js";
import { interestsOf } from "./asked-interests.js";
import { fakeCore } from "./fakes.test-helper.js";
import type { Manifest } from "./manifest.js";

const manifest: Manifest = {
  topics: [
    { id: "hiking" },
    { id: "boots", parents: ["hiking"] },
    { id: "socks", parents: ["clothes"] },
    { id: "clothes" },
    { id: "tent" },
    { id: "secret", sensitive: true },
    { id: "pregnancy" },
  ],
};
const did = (kind: Signal["kind"], topic: string, at: number): Signal => ({
  ...{ kind, topics: [topic], at, page: `/${topic}` },
  ...(kind === "purchase" && { order: `order-${at}` }),
});

/** What is asked of a visitor who did these things. */
function setUp(signals: readonly Signal[], drawn = 0) {
  const policy = { topics: Object.fromEntries((manifest.topics ?? []).map((topic) => [topic.id, topic])) };
  const start = fakeCore().time.now - 1000;
  const profile = signals.reduce(
    (old, signal) => fold(old, { ...signal, at: start + signal.at }, start + signal.at, policy),
    emptyProfile(),
  );
  const fake = fakeCore({
    state: { profile, memory: emptyMemory("seed") },
    settings: { manifest, policy, personas: [], partial: false },
    random: () => drawn,
  });
  return { ...fake, asked: () => interestsOf(fake.core, { isSensitive }) };
}

test("the cells are the manifest's topics, none of them sensitive", () => {
  const { topics, pairs } = setUp([]).asked()!.cells;
  expect(topics).toEqual(["none", "hiking", "boots", "socks", "clothes", "tent"]);
  expect(pairs).toHaveLength(21);
  expect(pairs.join()).not.toMatch(/secret|pregnan/);
});

test("one of the topics that count is drawn, each as likely, muted ones never, sensitive ones were never kept", () => {
  const signals = [
    ...["hiking", "tent", "unlisted", "secret", "pregnancy"].map((topic) => did("declare", topic, 1)),
    did("view", "socks", 2),
    did("dismiss", "tent", 3),
  ];
  const found = [0, 1].map((drawn) => setUp(signals, drawn).asked()!.topic);
  expect(found.sort()).toEqual(["hiking", "unlisted"]);
});

test("nothing known: nothing is true", () => {
  expect(setUp([]).asked()).toMatchObject({ topic: undefined, pair: undefined });
});

test("the pair is the last purchase and the first other topic looked at since, the most specific of each", () => {
  const bought = [did("view", "tent", 1), did("purchase", "boots", 2)];
  const pair = (...signals: Signal[]): unknown => setUp(signals).asked()!.pair;
  expect(pair(...bought)).toBeUndefined();
  expect(pair(...bought, did("view", "boots", 3))).toBeUndefined();
  expect(pair(...bought, did("view", "socks", 3), did("view", "tent", 4))).toBe("boots>socks");
  expect(pair(...bought, did("view", "tent", 3), did("view", "socks", 4))).toBe("boots>tent");
  expect(pair(...bought, did("view", "tent", 3), did("purchase", "socks", 4))).toBeUndefined();
  expect(pair(did("view", "socks", 3))).toBeUndefined();
});

test("what was muted is in no pair", () => {
  const signals = [did("purchase", "boots", 2), did("view", "socks", 3)];
  expect(
    setUp([...signals, did("dismiss", "socks", 4), did("dismiss", "clothes", 4)]).asked()!.pair,
  ).toBeUndefined();
  expect(setUp([...signals, did("dismiss", "boots", 4)]).asked()!.pair).toBe("hiking>socks");
});

test("without a grant for the profile nobody asks", () => {
  const { asked, permission, core } = setUp([did("declare", "hiking", 1)]);
  permission.personalization = false;
  expect(asked()).toBeUndefined();
  permission.personalization = true;
  delete core.state;
  expect(asked()).toBeUndefined();
});
