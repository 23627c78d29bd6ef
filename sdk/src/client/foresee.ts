import { decide } from "../decisions/index.js";
import type { Profile } from "../interests/index.js";
import type { Place } from "../panel/index.js";
import { fillText, isIgnored, isPainted } from "../slots/index.js";
import type { Core, Model } from "./core.js";
import { headingOf } from "./heading-of.js";
import type { Run, SituationNow } from "./personalizer.js";
import type { Answers } from "./quiz.js";

type Now = NonNullable<ReturnType<SituationNow>>;

/** What each slot shows: a variant's name, `undefined` for the default. */
type Showing = Map<Run, string | undefined>;

/** What answers would do. */
export interface Foresight {
  /** Places that change when the answers are given. */
  once: Place[];
  /** Places that have been seen, so that they change on the next view of this page. */
  later: Place[];
  /** Names of answers that are not kept. */
  refused: string[];
}

/**
 * What answers would change on this page, found out as a quiz tells them, one after the other, on a copy of the profile. What has
 * been seen stays for this page view, so everything is decided once more as on the next. Nothing is kept, and nothing touched.
 */
export function foresee(core: Core, model: Model, answers: Answers): Foresight {
  const found: Foresight = { once: [], later: [], refused: [] };
  const before = core.waits() ? undefined : core.situation();
  if (!before || !core.state) return found;
  const runs = [...core.personalizer.runs.values()];
  const stay = runs.filter(
    ({ markup, since, seen }) => seen || isPainted(core.window, markup.element, since),
  );
  const shown: Showing = new Map(runs.map((run) => [run, showing(run)]));
  let { profile } = core.state;
  let after = before;
  for (const answer of Object.entries(answers)) {
    const told = tell(core, model, { profile, answer });
    if (told) profile = told;
    else found.refused.push(answer[0]);
    after = withDeclared(core, before, profile);
    decideAll(shown, after, stay);
  }
  const declared = [before, after].map(({ facts }) => facts["declared"]) as [Declared, Declared];
  const [without, next] = [before, after].map((now) =>
    decideAll(new Map(runs.map((run) => [run, undefined])), now),
  );
  for (const run of runs) {
    const [now, then] = [shown.get(run), next?.get(run)];
    if (now !== showing(run)) found.once.push(placeOf(run, now, declared[1]));
    else if (then !== without?.get(run) && then !== now)
      found.later.push(placeOf(run, then, declared[1], false));
  }
  found.once.push(...textsThatChange(core.window.document, ...declared));
  return found;
}

const showing = ({ shown, decision }: Run): string | undefined => shown && decision?.variant;

/** The profile after an answer; `undefined` where it would not be kept. */
function tell(
  { clock, settings, window }: Core,
  { fold, isPersonal }: Model,
  { profile, answer: [name, value] }: { profile: Profile; answer: [string, Answers[string]] },
): Profile | undefined {
  if (value === "") {
    const { [name]: _, ...declared } = profile.declared;
    return { ...profile, declared };
  }
  if ([name, String(value)].some(isPersonal)) return undefined;
  const [at, page] = [clock(), window.location.pathname];
  const next = fold(profile, { kind: "declare", topics: [], name, value, at, page }, at, settings.policy);
  return next.declared[name]?.value === value ? next : undefined;
}

type Declared = Readonly<Record<string, unknown>>;

/** Of all facts an answer changes what was declared, and so perhaps the persona. */
function withDeclared({ settings }: Core, now: Now, profile: Profile): Now {
  const told = Object.entries(profile.declared).map(([name, { value }]) => [name, value]);
  const { persona: _, ...rest } = now.facts;
  const facts = { ...rest, declared: Object.fromEntries(told) as Declared };
  return { ...now, facts: { ...facts, persona: settings.personas.find(([, test]) => test(facts))?.[0] } };
}

/** Decides all slots in their order, as the personalizer does, but for those that stay. */
function decideAll(shown: Showing, now: Now, stay: readonly Run[] = []): Showing {
  for (const run of shown.keys()) {
    if (!run.spec || run.decision?.state === "conflict" || stay.includes(run)) continue;
    const others = [...shown].filter(([other, variant]) => other !== run && variant !== undefined);
    const page = { slots: shown.size, personalized: others.length };
    shown.set(run, decide(run.spec, { ...now, page }).variant);
  }
  return shown;
}

function placeOf(run: Run, variant: string | undefined, declared: Declared, below = true): Place {
  const { element, variants } = run.markup;
  const template = variants.find(({ name }) => name === variant)?.template;
  const content = template?.content.cloneNode(true) as DocumentFragment | undefined;
  for (const part of content?.querySelectorAll("style,script") ?? []) part.remove();
  for (const part of content?.querySelectorAll("[data-heim-text]") ?? []) fillText(part, declared);
  const to = content && headingOf(content);
  return { element, from: headingOf(element), to, below, isDone: () => showing(run) === variant };
}

/** Texts are filled at once, seen or not. */
function textsThatChange(document: Document, before: Declared, after: Declared): Place[] {
  return [...document.querySelectorAll<HTMLElement>("[data-heim-text]")].flatMap((element): Place[] => {
    const [was, to] = [before, after].map((declared) => textOf(element, declared));
    if (isIgnored(element) || was === to) return [];
    const isDone = (): boolean =>
      to === undefined ? element.dataset["heimState"] !== "personalized" : element.textContent === to;
    return [{ element, from: headingOf(element), to, below: false, isDone }];
  });
}

/** What a text is filled with; `undefined` where its default stands. */
function textOf(element: Element, declared: Declared): string | undefined {
  const copy = element.cloneNode() as Element;
  return fillText(copy, declared) && copy.textContent;
}
