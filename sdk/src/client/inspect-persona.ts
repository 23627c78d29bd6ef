import type { Condition, Json } from "../audiences/index.js";
import type { Core } from "./core.js";
import { factsOf, unknownVisitor, withFact, type Simulation } from "./inspect-simulation.js";
import { readCondition } from "./settings.js";

/** So many visitors are tried at most. */
const mostTries = 1000;

/** The facts a condition asks for, each with the values it is compared with. */
export function askedIn(condition: Condition): Map<string, Json[]> {
  const asked = new Map<string, Json[]>();
  let path = "";
  // The replacer serves as a walk: it sees every key with its value.
  JSON.stringify(condition, (key, value: Json) => {
    if (/^[^$\d]/.test(key)) asked.set((path = key), asked.get(key) ?? []);
    if (typeof value !== "object") asked.get(path)?.push(value);
    return value;
  });
  return asked;
}

/** Values of a fact that meet one comparison or another: none, each constant, and what is just beside it. */
function valuesOf(path: string, constants: readonly Json[]): unknown[] {
  const isStrength = /^(interest|need|facet)\./.test(path);
  const step = isStrength ? 0.1 : 1;
  const values = constants.flatMap((constant): unknown[] => {
    if (typeof constant !== "number") return [constant];
    const near = [constant, constant + step, constant - step].map((value) => Math.round(value * 100) / 100);
    return near.filter((value) => value >= 0 && (value <= 1 || !isStrength));
  });
  return [undefined, ...new Set(values)];
}

/**
 * A visitor of whom a persona of the manifest is true, and none that comes before it, told by as few facts as possible.
 * @returns `undefined` where none was found
 */
export function visitorOf(core: Core, persona: string): Simulation | undefined {
  const read = readCondition(core.settings.manifest.personas?.[persona], core.language, () => undefined);
  if (!read) return undefined;
  const asked = [...askedIn(read.condition)].map(
    ([path, constants]) => [path, valuesOf(path, constants)] as const,
  );
  const unknown = unknownVisitor(core);
  let tries = mostTries;
  const from = (at: number, visitor: Simulation): Simulation | undefined => {
    const [path, values] = asked[at] ?? [];
    if (path === undefined || !values)
      return tries-- > 0 && factsOf(core, visitor, unknown)["persona"] === persona ? visitor : undefined;
    for (const value of values) {
      const found = tries > 0 ? from(at + 1, withFact(visitor, path, value)) : undefined;
      if (found) return found;
    }
    return undefined;
  };
  return from(0, {});
}
