import { lintManifest, rules, type Fault } from "../lint/index.js";
import { createShapeCheck } from "./check-shape.js";
import { offsetAt, readJson, repeatedKeys } from "./json.js";
import { createTeller, type Problem, type Source } from "./problem.js";

/** What was found in a manifest, and the manifest, for the pages to be checked against. */
export interface CheckedManifest {
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

/** Makes the check of manifests: their syntax, their shape, and how their parts fit together. */
export function createManifestCheck(
  isSensitive: (topic: string) => boolean,
): (source: Source) => CheckedManifest {
  const checkShape = createShapeCheck();
  return (source) => {
    const tell = createTeller(source);
    const told = (fault: Fault, at: number): Problem => tell({ ...fault, severity: rules[fault.rule] }, at);
    const { value, tree, fault } = readJson(source.text);
    if (!tree) return { value, problems: fault ? [told(fault, fault.offset)] : [] };
    const found = [...checkShape(value), ...lintManifest(value, isSensitive)].map((one) => {
      // Inside a text its quote comes first; what escapes it holds is not counted.
      const inside = one.offset === undefined ? 0 : one.offset + 1;
      return told(one, offsetAt(tree, one.path, one.key) + inside);
    });
    return { value, problems: [...[...repeatedKeys(tree)].map((one) => told(one, one.offset)), ...found] };
  };
}
