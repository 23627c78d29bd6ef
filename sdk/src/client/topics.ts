import type { Signal, TopicRef } from "../interests/index.js";
import type { Label, Manifest } from "./manifest.js";

/** A label in a language: the exact one, its primary language, English, any. */
export function labelIn(label: Label | undefined, language: string): string | undefined {
  if (label === undefined || typeof label === "string") return label;
  return label[language] ?? label[language.split("-")[0] as string] ?? label["en"] ?? Object.values(label)[0];
}

/** The manifest's labels in one language, by topic id. */
export function labelsIn({ topics = [] }: Manifest, language: string): Record<string, string> {
  return Object.fromEntries(
    topics.flatMap(({ id, label }) => {
      const text = labelIn(label, language);
      return text === undefined ? [] : [[id, text]];
    }),
  );
}

/** Renames and nests a signal's topics as the manifest says, so that every language and source speaks of the same ones. */
export function mapTopics({ topics = [] }: Manifest): (signal: Signal) => Signal {
  const entries = new Map(
    topics.flatMap((entry) => [entry.id, ...(entry.aliases ?? [])].map((name) => [name, entry])),
  );
  const idOf = (name: string): string => entries.get(name)?.id ?? name;
  const map = (ref: TopicRef): TopicRef => {
    const topic = typeof ref === "string" ? { id: ref } : ref;
    const id = idOf(topic.id);
    const parents = (entries.get(id)?.parents ?? topic.parents?.map(idOf))?.filter((parent) => parent !== id);
    return { ...topic, id, ...(parents && { parents }) };
  };
  return (signal) => ({ ...signal, topics: signal.topics.map(map) });
}
