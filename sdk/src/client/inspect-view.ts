import { lookup } from "../audiences/lookup.js";
import { decide } from "../decisions/index.js";
import type {
  FactView,
  InspectorView,
  ReportView,
  SlotView,
  State,
  VariantView,
  Why,
} from "../inspector/index.js";
import { defaultStatisticsPolicy } from "../statistics/policy.js";
import { questionsOf } from "../statistics/questions.js";
import type { VariantMarkup } from "../slots/index.js";
import type { Core } from "./core.js";
import { askedIn, visitorOf } from "./inspect-persona.js";
import { addressOf, leavesOf, type Simulation } from "./inspect-simulation.js";
import type { Run, SituationNow } from "./personalizer.js";
import { readCondition } from "./settings.js";

type Now = ReturnType<SituationNow>;

function textOf(value: unknown): string {
  if (typeof value === "number") return String(Math.round(value * 100) / 100);
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The facts that a condition asks for. */
function pathsIn(when: unknown, { language }: Core): string[] {
  const read = when === undefined ? undefined : readCondition(when, language, () => undefined);
  return read ? [...askedIn(read.condition).keys()] : [];
}

/** Why a variant is shown or not: by the decision that stands, and for those it did not come to, each by itself. */
function whyOf({ decision, spec, markup }: Run, name: string, now: Now): Why {
  if (decision?.variant === name) return "shown";
  const variant = spec?.variants.find((one) => one.name === name);
  if (!now) return "no-consent";
  if (!spec || !variant) return "unreadable";
  const alone = { ...spec, choose: "first", holdout: 0, namespace: undefined, variants: [variant] } as const;
  const { reason } = decide(alone, { ...now, page: { slots: 2, personalized: 0 } });
  const [withheld] = reason.skipped;
  if (withheld) return withheld.rule as Why;
  if (decision?.state === "conflict") return "conflict";
  const rule = decision?.reason.rule;
  if (rule === "holdout" || rule === "namespace" || rule === "dose" || rule === "cap") return rule;
  if (decision?.variant !== undefined) return markup.choose === "test" ? "assigned" : "later";
  return markup.choose === "test" && decision?.state !== "timeout" ? "assigned" : "stays";
}

function viewOfVariant(core: Core, run: Run, { name, when }: VariantMarkup, now: Now): VariantView {
  const why = whyOf(run, name, now);
  const used = run.decision?.reason.used.map(({ path, value }): FactView => [path, textOf(value)]);
  const asked = now
    ? pathsIn(when, core).map((path): FactView => [path, textOf(lookup(path)(now.facts))])
    : [];
  return { name, why, when, facts: (why === "shown" && used) || asked };
}

/** What has been noted of a slot, as an answer before it is altered: nothing is drawn here. */
function reportOf(core: Core, slot: string): ReportView | undefined {
  const outcome = core.state?.visit?.slots[slot];
  if (!outcome) return undefined;
  const [asked] = questionsOf(outcome);
  if (asked?.kind !== "slot") return undefined;
  const { cells, cell } = asked;
  return {
    cell: cells[cell] ?? "",
    cells: cells.length,
    epsilon: defaultStatisticsPolicy.slot / 1e6,
    ...(outcome.holdout > 0 && { goal: { isOffered: outcome.arm === 1, isReached: outcome.goal } }),
  };
}

function viewOfSlot(core: Core, run: Run, now: Now): SlotView {
  const { name, element, variants } = run.markup;
  return {
    name,
    element,
    state: (element.dataset["heimState"] as State | undefined) ?? "waiting",
    variant: run.decision?.variant,
    variants: variants.map((variant) => viewOfVariant(core, run, variant, now)),
    report: reportOf(core, name),
  };
}

function unreportedBy(
  { options, consent }: Core,
  simulation: Simulation | undefined,
): InspectorView["unreported"] {
  if (simulation) return "simulated";
  if (!options.site || !options.collector) return "no-collector";
  return consent.gate.grant("statistics") ? undefined : "no-consent";
}

/** All that the inspector shows of a page view, as it is now. */
export function viewOf(core: Core, simulation: Simulation | undefined): InspectorView {
  const { personalizer, settings, window } = core;
  const now = core.situation();
  const runs = [...personalizer.runs.values()];
  const { personas = {}, topics = [] } = settings.manifest;
  const conditions = [
    ...Object.values(personas),
    ...runs.flatMap(({ markup }) => markup.variants.map(({ when }) => when)),
  ];
  const paths = [
    ...conditions.flatMap((when) => pathsIn(when, core)),
    ...topics.map(({ id }) => `interest.${id}`),
  ];
  const { draw: _, ...facts } = simulation ?? {};
  return {
    slots: runs.map((run) => viewOfSlot(core, run, now)),
    facts: leavesOf(now?.facts ?? {}).map(([path, value]) => [path, textOf(value)]),
    paths: [...new Set(paths)],
    personas: Object.keys(personas).map((name) => ({
      name,
      isNow: now?.facts["persona"] === name,
      isPossible: visitorOf(core, name) !== undefined,
    })),
    simulation: simulation && {
      facts: leavesOf(facts).map(([path, value]) => [path, textOf(value)]),
      link: addressOf(window.location.href, simulation),
    },
    unreported: unreportedBy(core, simulation),
  };
}
