import type { Json } from "../audiences/index.js";
import { didYouMean } from "./did-you-mean.js";
import type { Fault } from "./finding.js";
import type { Names } from "./names.js";
import { constantsIn } from "./values.js";

/** The topics a comparison speaks of. */
function topicsAt(path: string, operand: Json): string[] {
  const topic = /^(?:interest|need|bought)\.(.+)/.exec(path)?.[1];
  if (topic) return [topic];
  return /^(top2?|rising)$/.test(path)
    ? (constantsIn(operand).filter((text) => typeof text === "string" && text !== "") as string[])
    : [];
}

/** What is wrong with a topic's name, if anything. */
export function wrongTopic(topic: string, { topics, aliases, isSensitive }: Names): Fault | undefined {
  if (isSensitive(topic))
    return {
      rule: "sensitive-topic",
      message: `"${topic}" is a sensitive topic: it is never recorded`,
      remedy: "use another topic",
    };
  const id = aliases.get(topic);
  if (!topics || topics.has(topic)) return undefined;
  if (id)
    return {
      rule: "topic-alias",
      message: `"${topic}" is only another name of a topic`,
      remedy: `write its id: "${id}"`,
    };
  return {
    rule: "unknown-topic",
    message: `the manifest has no topic "${topic}"`,
    remedy: didYouMean(topic, topics, `add it to "topics", or use one that is there`),
  };
}

/** What is wrong with the names in one comparison of a condition. */
export function* wrongNames(path: string, operand: Json, names: Names): Generator<Fault> {
  for (const topic of topicsAt(path, operand)) {
    const wrong = wrongTopic(topic, names);
    if (wrong) yield wrong;
  }
  const known = path === "persona" ? names.personas : path === "campaign" ? names.campaigns : undefined;
  for (const name of known ? constantsIn(operand) : []) {
    if (typeof name !== "string" || name === "" || known?.has(name)) continue;
    yield {
      rule: path === "persona" ? "unknown-persona" : "unknown-campaign",
      message: `the manifest has no ${path} "${name}"`,
      remedy: didYouMean(name, known ?? [], `add it to "${path}s"`),
    };
  }
}
