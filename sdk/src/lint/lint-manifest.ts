import type { Condition } from "../audiences/index.js";
import { canBe } from "./can-be.js";
import { didYouMean } from "./did-you-mean.js";
import { severityOf, type Fault, type ManifestFinding } from "./finding.js";
import { lintCondition } from "./lint-condition.js";
import { wrongTopic } from "./lint-names.js";
import { entriesOf, entryOf, namesIn, objectsIn, textsIn, type Names } from "./names.js";

type Path = readonly (string | number)[];
type ManifestFault = Fault & Pick<ManifestFinding, "path" | "key">;

const idOf = (topic: Readonly<Record<string, unknown>>): string =>
  typeof topic["id"] === "string" ? topic["id"] : "";

/** The names in a list, each with its path. */
const named = (path: Path, list: unknown): [string, Path][] =>
  Array.isArray(list)
    ? list.flatMap((name: unknown, at) =>
        typeof name === "string" ? [[name, [...path, at]] as [string, Path]] : [],
      )
    : [];

/** Topics and aliases that are told twice. */
function* lintDuplicates(topics: readonly Readonly<Record<string, unknown>>[]): Generator<ManifestFault> {
  const owners = new Map<string, string>();
  for (const [at, topic] of topics.entries()) {
    const id = idOf(topic);
    if (owners.has(id))
      yield {
        ...{ rule: "duplicate-topic", path: ["topics", at, "id"] },
        message: `the topic "${id}" is there twice`,
        remedy: "make one of the two",
      };
    owners.set(id, id);
  }
  for (const [at, topic] of topics.entries()) {
    for (const [alias, path] of named(["topics", at, "aliases"], topic["aliases"])) {
      const owner = owners.get(alias);
      if (owner !== undefined)
        yield {
          ...{ rule: "duplicate-topic", path },
          message: `"${alias}" is already ${owner === alias ? "a topic" : "another name"} of "${owner}"`,
          remedy: "let each name stand for one topic",
        };
      owners.set(alias, idOf(topic));
    }
  }
}

/** Topics that are among their own parents' parents. */
function* lintCycles(topics: readonly Readonly<Record<string, unknown>>[]): Generator<ManifestFault> {
  const parents = new Map(topics.map((topic) => [idOf(topic), textsIn(topic["parents"])]));
  for (const [at, topic] of topics.entries()) {
    const id = idOf(topic);
    const above = new Set(parents.get(id));
    for (const one of above) for (const parent of parents.get(one) ?? []) above.add(parent);
    if (above.has(id))
      yield {
        ...{ rule: "parent-cycle", path: ["topics", at, "parents"] },
        message: `"${id}" is among its own parents`,
        remedy: "let parents lead upwards only",
      };
  }
}

/** Every place where a topic is named. */
function topicsNamed(manifest: unknown): [string, Path, key?: true][] {
  const complements = entriesOf(entryOf(manifest, "complements")).flatMap(
    ([bought, next]): [string, Path, true][] => [
      [bought, ["complements", bought], true],
      ...entriesOf(next).map(([topic]): [string, Path, true] => [
        topic,
        ["complements", bought, topic],
        true,
      ]),
    ],
  );
  const parents = objectsIn(entryOf(manifest, "topics")).flatMap((topic, at) =>
    named(["topics", at, "parents"], topic["parents"]),
  );
  const listed = ["campaigns", "sources"].flatMap((part) =>
    entriesOf(entryOf(manifest, part)).flatMap(([key, entry]) =>
      named([part, key, "topics"], entryOf(entry, "topics")).filter(([topic]) => !topic.startsWith(":")),
    ),
  );
  return [...complements, ...parents, ...listed];
}

function* lintTopicNames(manifest: unknown, names: Names): Generator<ManifestFault> {
  for (const [topic, path, key] of topicsNamed(manifest)) {
    const isMapped = path[0] === "sources" || path[0] === "campaigns";
    const wrong = isMapped && names.aliases.has(topic) ? undefined : wrongTopic(topic, names);
    if (wrong) yield { ...wrong, path, ...(key && { key }) };
  }
}

/** Names of folders that a path does not have: `":kind"` under `"/shoes/*"`. */
function* lintPatterns(manifest: unknown): Generator<ManifestFault> {
  for (const [pattern, entry] of entriesOf(entryOf(manifest, "sources"))) {
    const folders = pattern.split("/").filter((folder) => folder.startsWith(":"));
    for (const [name, path] of named(["sources", pattern, "topics"], entryOf(entry, "topics"))) {
      if (!name.startsWith(":") || folders.includes(name)) continue;
      yield {
        ...{ rule: "manifest-value", path },
        message: `"${pattern}" has no folder "${name}"`,
        remedy: didYouMean(name, folders, `write one into the path, as in "/shoes/:kind"`),
      };
    }
  }
}

function* lintPersonas(manifest: unknown, names: Names): Generator<ManifestFault> {
  const before: { name: string; condition: Condition }[] = [];
  for (const [name, source] of entriesOf(entryOf(manifest, "personas"))) {
    const path = ["personas", name];
    const { condition, faults } = lintCondition(source, names);
    for (const { offset, ...fault } of faults)
      yield { ...fault, path, ...(typeof source === "string" && offset !== undefined && { offset }) };
    if (!condition) continue;
    if (
      before.length > 0 &&
      !canBe(
        [condition],
        before.map((one) => one.condition),
      )
    )
      yield {
        ...{ rule: "shadowed-persona", path },
        message: `nobody is ever "${name}": the first persona that holds counts, and one before it always does`,
        remedy: "put it first",
      };
    before.push({ name, condition });
  }
}

function* lintCampaigns(manifest: unknown): Generator<ManifestFault> {
  const campaigns = entriesOf(entryOf(manifest, "campaigns"));
  const owners = new Map(campaigns.map(([id]) => [id, id]));
  for (const [id, entry] of campaigns) {
    const until = entryOf(entry, "until");
    if (typeof until === "string" && Number.isNaN(Date.parse(until)))
      yield {
        ...{ rule: "manifest-value", path: ["campaigns", id, "until"] },
        message: `"${until}" is no date, so the campaign does not end`,
        remedy: "write it as 2026-12-24",
      };
    for (const [utm, path] of named(["campaigns", id, "utm"], entryOf(entry, "utm"))) {
      const owner = owners.get(utm) ?? id;
      if (owner !== id)
        yield {
          ...{ rule: "duplicate-campaign", path },
          message: `"${utm}" starts the campaign "${owner}" already`,
          remedy: "let each utm_campaign start one campaign",
        };
      owners.set(utm, owner);
    }
  }
}

function* lintTact(manifest: unknown): Generator<ManifestFault> {
  if (entryOf(entryOf(manifest, "tact"), "why") === "off")
    yield {
      ...{ rule: "why-off", path: ["tact", "why"] },
      message: 'no visitor can ask "why am I seeing this?"',
      remedy: "choose a place for it, or show what client.explain says in a place of your own",
    };
}

/**
 * Checks how the parts of a manifest fit together. Its shape is the JSON Schema's business. Never throws.
 * @param manifest the parsed JSON, of any shape
 * @param isSensitive the list of sensitive topics
 */
export function lintManifest(manifest: unknown, isSensitive?: (topic: string) => boolean): ManifestFinding[] {
  const names = namesIn(manifest, isSensitive);
  const topics = objectsIn(entryOf(manifest, "topics"));
  const faults = [
    ...lintDuplicates(topics),
    ...lintCycles(topics),
    ...lintTopicNames(manifest, names),
    ...lintPatterns(manifest),
    ...lintPersonas(manifest, names),
    ...lintCampaigns(manifest),
    ...lintTact(manifest),
  ];
  return faults.map((fault) => ({ ...fault, ...severityOf(fault) }));
}
