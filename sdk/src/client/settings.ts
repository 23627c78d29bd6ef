import { compile, parse, type Condition, type Test } from "../audiences/index.js";
import type { Policy } from "../interests/index.js";
import type { Log } from "../kernel/index.js";
import type { Manifest } from "./manifest.js";

/** What the manifest in force means for this page view. */
export interface Settings {
  manifest: Manifest;
  policy: Partial<Policy>;
  /** In order; the first whose test holds is the visitor's. */
  personas: (readonly [string, Test])[];
}

/** A manifest, well-formed, in the terms of interests and audiences. */
export function settingsOf(manifest: Manifest, log: Log): Settings {
  const { topics = [], complements = {}, tact, personas = {} } = manifest;
  return {
    manifest,
    policy: { ...tact, topics: Object.fromEntries(topics.map((topic) => [topic.id, topic])), complements },
    personas: Object.entries(personas).flatMap(([name, source]) => {
      const read = readCondition(source, (error) => log(`manifest.personas.${name}`, error));
      return read ? [[name, read.test] as const] : [];
    }),
  };
}

/** A condition, ready to be asked. */
export interface ReadCondition {
  condition: Condition;
  test: Test;
}

/** A marketer's condition, text or JSON; `undefined`, and `fault` is told, where it cannot be read. */
export function readCondition(source: unknown, fault: (error: unknown) => void): ReadCondition | undefined {
  try {
    const condition = typeof source === "string" ? parse(source) : (source as Condition);
    return { condition, test: compile(condition) };
  } catch (error) {
    fault(error);
    return undefined;
  }
}
