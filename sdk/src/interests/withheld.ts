import { own } from "./names.js";
import type { Policy } from "./policy.js";
import { isSensitive } from "./sensitive.js";
import type { Signal } from "./signal.js";
import { spread } from "./spread.js";

/**
 * Whether a signal must not be recorded: pages under a sensitive topic leave nothing at all, so one sensitive id, label
 * or ancestor withholds the whole signal, as does a sensitive facet or declaration.
 */
export function withheld(signal: Signal, rules: Policy): boolean {
  const ids = [...spread(signal.topics, rules.topics).keys()];
  const raw = signal.topics.flatMap((ref) =>
    typeof ref === "string" ? [ref] : [ref.id, ref.label ?? "", ...(ref.parents ?? [])],
  );
  return (
    ids.some((id) => own(rules.topics, id)?.sensitive) ||
    [...new Set([...ids, ...raw, ...Object.entries(signal.facets ?? {}).flat(), ...told(signal)])].some(
      isSensitive,
    )
  );
}

/** A person may be called Christian. */
const told = ({ name = "", value }: Signal): string[] =>
  typeof value === "string" && !/name$/i.test(name) ? [name, value] : [name];
