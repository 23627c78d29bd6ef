import { nearest } from "../slots/nearest.js";
import { didYouMean, isAlike } from "./did-you-mean.js";
import { factNames, factOf } from "./fact.js";
import type { Fault } from "./finding.js";
import type { Names } from "./names.js";

const familyOf = (path: string): string => path.replace(/\..*/, "");
const families = [...new Set(factNames.map(familyOf))];
const known = factNames.map((name) => name.replace("*.*", "<name>.<value>").replace("*", "<name>"));

/** The fact that was probably meant. */
function rightPath(path: string, { topics }: Names): string | undefined {
  if (topics?.has(path)) return `interest.${path}`;
  const moved = path.replace(/^[^.]*/, (family) => nearest(family, families));
  if (factOf(moved) && isAlike(path, moved)) return moved;
  return factNames.find((name) => name.endsWith(`.${path}`));
}

/** What is told of a fact that there is not. */
export function unknownFact(path: string, names: Names): Fault {
  const right = rightPath(path, names);
  const relatives = known.filter((name) => familyOf(name) === familyOf(path));
  const candidates = relatives.length > 0 ? relatives : known;
  return {
    rule: "unknown-fact",
    message: `there is no fact "${path}"`,
    remedy: right
      ? `did you mean "${right}"?`
      : didYouMean(path, candidates, `known: ${candidates.join(", ")}`),
  };
}
