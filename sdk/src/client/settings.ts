import type { Condition, Language, Test } from "../audiences/index.js";
import type { Policy } from "../interests/index.js";
import type { Log } from "../kernel/index.js";
import type { Manifest } from "./manifest.js";

/** What the manifest in force means for this page view. */
export interface Settings {
  manifest: Manifest;
  policy: Partial<Policy>;
  /** In order; the first whose test holds is the visitor's. */
  personas: (readonly [string, Test])[];
  /** Whether there are personas that cannot be read yet. */
  partial: boolean;
}

/** A manifest, well-formed, in the terms of interests and audiences. */
export function settingsOf(manifest: Manifest, language: Language, log: Log): Settings {
  const { topics = [], complements = {}, tact, personas = {} } = manifest;
  const settings: Settings = {
    manifest,
    policy: { ...tact, topics: Object.fromEntries(topics.map((topic) => [topic.id, topic])), complements },
    personas: [],
    partial: false,
  };
  for (const [name, source] of Object.entries(personas)) {
    const read = readCondition(source, language, (error) => {
      // Only who knows the whole language can tell a fault.
      if (language.isWhole) log(`manifest.personas.${name}`, error);
      else settings.partial = true;
    });
    if (read) settings.personas.push([name, read.test]);
  }
  return settings;
}

/** A condition, ready to be asked. */
export interface ReadCondition {
  condition: Condition;
  test: Test;
}

/** A marketer's condition, text or JSON, in a language that reads it; `undefined`, and `fault` is told, where it is none. */
export function readCondition(
  source: unknown,
  { parse, compile, isWhole }: Language,
  fault: (error: unknown) => void,
): ReadCondition | undefined {
  try {
    const condition = isWhole && typeof source !== "string" ? (source as Condition) : parse(source as string);
    return { condition, test: compile(condition) };
  } catch (error) {
    fault(error);
    return undefined;
  }
}
