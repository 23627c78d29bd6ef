import type { Facts } from "../audiences/index.js";
import { decide, emptyMemory } from "../decisions/index.js";
import { emptyProfile } from "../interests/index.js";
import { partSelector } from "../slots/selectors.js";
import { fromBase64url, toBase64url } from "../wire/index.js";
import type { Core } from "./core.js";
import { gatherFacts } from "./facts.js";
import type { SituationNow } from "./personalizer.js";

type Tree = Readonly<Record<string, unknown>>;

/** A simulated visitor: facts as conditions see them, and the number of the device, by which experiments draw. */
export interface Simulation extends Tree {
  draw?: number;
}

const parameter = "heim-inspect";

const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The simulation that an address carries; `undefined` where there is none, or it cannot be read. */
export function simulationIn(search: string): Simulation | undefined {
  const bytes = fromBase64url(new URLSearchParams(search).get(parameter) ?? "");
  if (!bytes?.length) return undefined;
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isTree(value) ? value : undefined;
  } catch {
    return undefined; // a link that was cut short: the page stays the visitor's own
  }
}

/** The address that leads to a simulation; without one, to the page itself. */
export function addressOf(href: string, simulation?: Simulation): string {
  const url = new URL(href);
  url.searchParams.delete(parameter);
  if (simulation)
    url.searchParams.set(parameter, toBase64url(new TextEncoder().encode(JSON.stringify(simulation))));
  return url.href;
}

/** One tree over another. */
function over(base: unknown, top: unknown): unknown {
  if (!isTree(base) || !isTree(top)) return top;
  const names = new Set([...Object.keys(base), ...Object.keys(top)]);
  return Object.fromEntries(
    [...names].map((name) => [name, name in top ? over(base[name], top[name]) : base[name]]),
  );
}

/** The plain values in facts, by their paths. */
export function leavesOf(facts: Tree, before = ""): [path: string, value: unknown][] {
  return Object.entries(facts).flatMap(([name, value]): [string, unknown][] => {
    const path = before + name;
    if (isTree(value)) return leavesOf(value, `${path}.`);
    return value === undefined ? [] : [[path, value]];
  });
}

/** Facts with one changed; without a value it is absent. */
export function withFact(facts: Tree, path: string, value: unknown): Tree {
  const [name = "", ...rest] = path.split(".");
  const { [name]: inner, ...others } = facts;
  const below = withinFact(isTree(inner) ? inner : {}, rest, value);
  return below === undefined ? others : { ...others, [name]: below };
}

function withinFact(facts: Tree, rest: readonly string[], value: unknown): unknown {
  if (rest.length === 0) return value;
  const next = withFact(facts, rest.join("."), value);
  return Object.keys(next).length > 0 ? next : undefined;
}

/** The facts of a visitor who has just come, of whom nothing is known. */
export function unknownVisitor({ page, clock, window }: Core): Facts {
  const now = clock();
  const profile = { ...emptyProfile(), visit: { count: 1, pages: 1, start: now, last: now } };
  return gatherFacts({ profile, policy: {}, personas: [], page, now, window });
}

/** The facts of a simulated visitor: those of an unknown one, with the simulation's over them. */
export function factsOf(core: Core, simulation: Simulation, unknown: Facts = unknownVisitor(core)): Facts {
  const { draw: _, ...told } = simulation;
  const interest = isTree(told["interest"]) ? told["interest"] : {};
  const [top, top2] = Object.keys(interest).sort((a, b) => Number(interest[b]) - Number(interest[a]));
  const facts = over({ ...unknown, top, top2 }, told) as Tree;
  const persona = core.settings.personas.find(([, test]) => test(facts))?.[0];
  return { ...facts, persona: told["persona"] ?? persona };
}

/** A simulated visitor has no past; the device's draws follow from its number. */
function situationOf(
  core: Core,
  simulation: Simulation,
  device: number,
): NonNullable<ReturnType<SituationNow>> {
  const { tact, model } = core.settings.manifest;
  const now = core.clock();
  return {
    ...{ facts: factsOf(core, simulation), memory: emptyMemory(`inspector ${device}`) },
    ...{ resting: [], muted: [], now, visitStart: now },
    ...{ tact, model, best: core.best },
  };
}

/** The first device that takes part in all experiments of the page: what a persona sees is what is wanted first. */
function firstOffered(core: Core, simulation: Simulation): number {
  const specs = [...core.personalizer.runs.values()].flatMap(({ spec }) => spec ?? []);
  const page = { slots: 1, personalized: 0 };
  const isOffered = (device: number): boolean => {
    const now = { ...situationOf(core, simulation, device), page };
    return specs.every((spec) => !/^(holdout|namespace)$/.test(decide(spec, now).reason.rule));
  };
  return [...Array(99).keys()].find(isOffered) ?? 0;
}

/** Ends every use of the real profile on this page view: without a state nothing is learnt, kept or reported. */
function partFromVisitor(core: Core): void {
  core.observer?.stop();
  core.observer = core.state = undefined;
  core.waiting.length = 0;
  core.observe = core.notify = () => undefined;
  core.granted = () => false;
}

/**
 * Decides the whole page anew. What has been painted would stay, so everything is hidden for the moment in which it is
 * decided, and no frame is painted in between.
 */
function decideAnew(core: Core): void {
  const { personalizer, window } = core;
  const { adoptedStyleSheets } = window.document;
  const slots = [...personalizer.runs.keys()] as HTMLElement[];
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(`:is(${partSelector}){visibility:hidden!important;transition:none!important}`);
  adoptedStyleSheets.push(sheet);
  for (const slot of slots) personalizer.drop(slot);
  core.parts?.revertAll();
  // Taken in first and decided together, since how many there are counts.
  core.ready = false;
  for (const slot of slots) personalizer.add(slot, 0);
  core.ready = true;
  core.decide();
  adoptedStyleSheets.splice(adoptedStyleSheets.indexOf(sheet), 1);
}

/**
 * Decides this page view for a simulated visitor. The real profile is neither used nor changed, with or without
 * consent; it is back with the next page view.
 * @returns the number of the device it was simulated on
 */
export function simulate(core: Core, simulation: Simulation): number {
  partFromVisitor(core);
  const device = simulation.draw ?? firstOffered(core, simulation);
  core.situation = () => situationOf(core, simulation, device);
  decideAnew(core);
  return device;
}
