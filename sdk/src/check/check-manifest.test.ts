import fc from "fast-check";
import { expect, test } from "vitest";
import type { CampaignEntry } from "../client/arrival.js";
import type { ConsentEntry, Manifest, SlotEntry, TopicEntry } from "../client/manifest.js";
import type { Tact } from "../decisions/index.js";
import type { Policy } from "../interests/index.js";
import schema from "../lint/manifest.schema.json" with { type: "json" };
import { sourceNames } from "../signals/source-name.js";
import { createManifestCheck } from "./check-manifest.js";

const checkManifest = createManifestCheck((topic) => topic === "pregnancy");
const check = (text: string): string[] =>
  checkManifest({ file: "m.json", text }).problems.map(
    ({ line, column, rule, message, remedy }) => `${line}:${column} ${rule} ${message} (${remedy})`,
  );

const { $schema, ...parts } = schema.properties;
const { topics, campaigns, consent, slots, sources, tact } = parts;

test.each<[string, object, object]>([
  [
    "the manifest",
    {
      ...{ topics: 1, complements: 1, personas: 1, campaigns: 1, sources: 1 },
      ...{ consent: 1, tact: 1, statistics: 1, slots: 1 },
    } satisfies Record<keyof Omit<Manifest, "model" | "learned">, 1>,
    parts,
  ],
  [
    "a topic",
    {
      ...{ id: 1, label: 1, parents: 1, aliases: 1, sensitive: 1, halfLife: 1, repurchase: 1 },
    } satisfies Record<keyof TopicEntry, 1>,
    topics.items.properties,
  ],
  [
    "a campaign",
    { until: 1, days: 1, topics: 1, utm: 1 } satisfies Record<keyof CampaignEntry, 1>,
    campaigns.additionalProperties.properties,
  ],
  [
    "consent",
    { purposes: 1, controller: 1, notice: 1, withdrawal: 1 } satisfies Record<keyof ConsentEntry, 1>,
    consent.properties,
  ],
  [
    "a slot",
    {
      ...{ variants: 1, goal: 1, holdout: 1, choose: 1, cap: 1, weights: 1, namespace: 1 },
    } satisfies Record<keyof SlotEntry, 1>,
    slots.additionalProperties.properties,
  ],
  [
    "tact",
    {
      ...{ dose: 1, fatigueShows: 1, fatigueRestDays: 1, restDays: 1, expiryDays: 1, eraseMonths: 1 },
      ...{ halfLifeDays: 1, visitHalfLifeMinutes: 1, kappa: 1, visitShare: 1, evidence: 1, why: 1 },
    } satisfies Record<keyof Tact | "why" | keyof Omit<Policy, "topics" | "complements">, 1>,
    tact.properties,
  ],
])("the schema has every key of %s, and no other", (_, names, properties) => {
  expect(Object.keys(properties).sort()).toEqual(Object.keys(names).sort());
});

test("the schema has every source, and names itself", () => {
  expect(sources.properties.off.items.enum).toEqual(sourceNames);
  expect($schema.type).toBe("string");
});

test.each<[string, string]>([
  ['{ "topics": [,] }', "1:14 manifest-syntax not valid JSON: Value expected"],
  ['{\n  "topics": [],\n}', "3:1 manifest-syntax not valid JSON: Property name expected"],
  ["", "1:1 manifest-syntax not valid JSON: Value expected"],
  ["[]", "1:1 manifest-value the manifest must be object"],
  ['{ "topics": [], "topics": [] }', '1:17 manifest-key the key "topics" is there twice'],
  ['{ "topics": {} }', "1:13 manifest-value topics must be array (The topics that conditions speak of.)"],
  ['{ "topics": [{ "name": "a", "id": "a" }] }', '1:16 manifest-key topics[0] has no key "name"'],
  ['{ "topics": [{}] }', "1:14 manifest-value topics[0] must have required property 'id'"],
  ['{ "topics": [{ "id": "a" }, { "id": "a" }] }', '1:37 duplicate-topic the topic "a" is there twice'],
  [
    '{ "topics": [{ "id": "a", "aliases": ["b"] }, { "id": "b" }] }',
    '1:39 duplicate-topic "b" is already a topic',
  ],
  [
    '{ "topics": [{ "id": "a", "parents": ["b"] }, { "id": "b", "parents": ["b"] }] }',
    '1:71 parent-cycle "b" is among its own parents',
  ],
  [
    '{ "topics": [{ "id": "boots" }], "complements": { "boot": { "boots": 1 } } }',
    '1:51 unknown-topic the manifest has no topic "boot"',
  ],
  ['{ "complements": { "a": { "b": 50 } } }', "1:32 manifest-value complements.a.b must be <= 1"],
  ['{ "campaigns": { "a": { "until": "soon" } } }', '1:34 manifest-value "soon" is no date'],
  [
    '{ "campaigns": { "a": { "utm": ["b"] }, "b": {} } }',
    '1:33 duplicate-campaign "b" starts the campaign "b" already',
  ],
  [
    '{ "campaigns": { "a": { "topics": ["pregnancy"] } } }',
    '1:36 sensitive-topic "pregnancy" is a sensitive topic',
  ],
  [
    '{ "sources": { "/c/:kind": { "topics": [":knid"] } } }',
    '1:41 manifest-value "/c/:kind" has no folder ":knid" (did you mean ":kind"?)',
  ],
  ['{ "sources": { "of": ["dwell"] } }', '1:16 manifest-key sources has no key "of" (did you mean "off"?)'],
  [
    '{ "sources": { "off": ["jsonld"] } }',
    '1:24 manifest-value sources.off[0] must be equal to one of the allowed values (did you mean "jsonLd"?)',
  ],
  ['{ "slots": { "Home": {} } }', `1:14 manifest-key "Home" cannot be a slot's name`],
  [
    '{ "personas": { "a": "visit.count > 1", "b": "visit.count > 2" } }',
    '1:46 shadowed-persona nobody is ever "b"',
  ],
  [
    '{ "personas": { "a": { "visit.count": { "$gt": -1 } } } }',
    '1:22 always-true "visit.count > -1" is always true',
  ],
  [
    '{ "personas": { "a": "visit.count > 1 and intrest.b" } }',
    '1:43 unknown-fact there is no fact "intrest.b"',
  ],
])("%s: %s", (text, expected) => {
  const found = check(text);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(expected);
});

test("no text makes it throw", () => {
  const key = fc.constantFrom(
    ...Object.keys(schema.properties),
    "id",
    "parents",
    "aliases",
    "off",
    "/a/:b",
    "__proto__",
    "a",
    "b",
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<unknown>("a", "b", 1, null, true, "interest.a > 2"),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(key, tie("value"), { maxKeys: 4 }),
    ),
  }));
  const text = fc.oneof(
    fc.string(),
    fc.json(),
    value.map((one) => JSON.stringify(one)),
  );
  fc.assert(
    fc.property(text, (source) => {
      for (const problem of check(source)) expect(problem).not.toContain("undefined");
    }),
    { numRuns: 500 },
  );
});
