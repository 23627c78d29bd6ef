import { decide, type Decision, type Situation, type SlotSpec } from "../decisions/index.js";
import type { Stop } from "../kernel/index.js";
import { emitSlot, readSlot, setState, show, watchSeen, type Shown, type SlotMarkup } from "../slots/index.js";
import { specOf } from "./slot-spec.js";

/** One slot of this page view. */
export interface Run {
  markup: SlotMarkup;
  spec: SlotSpec;
  decision?: Decision | undefined;
  shown?: Shown | undefined;
  seen: boolean;
  unwatch?: Stop;
}

/** What happened to a slot, for the observing stage. */
export interface SlotEvent {
  kind: "met" | "seen";
  run: Run;
  decision: Decision;
}

/** What a page's slots are decided on; `undefined` while nothing may be used. */
export type SituationNow = () => Omit<Situation, "page"> | undefined;

/** Decides and renders the slots of one page view. */
export interface Personalizer {
  runs: ReadonlyMap<Element, Run>;
  /** Takes a slot that is whole; `fresh` when it was inserted in this very task, so that no frame has shown it. */
  add(element: HTMLElement, fresh?: boolean): void;
  /** Forgets a slot that has left the page. */
  drop(element: HTMLElement): void;
  /** Decides every slot that may still change. */
  decideAll(): void;
  /** Puts every default back and forgets the decisions. */
  revertAll(): void;
  stop(): void;
}

/** What the personalizer asks for. */
export interface PersonalizerPorts {
  window: Window;
  /** Whether it is already known that there may or may not be a decision; until then slots keep waiting. */
  ready: () => boolean;
  situation: SituationNow;
  notify: (event: SlotEvent) => void;
  /** Hears of an element whose attributes cannot be read. */
  fault: (element: Element) => void;
}

/** Makes the personalizer of one page view. */
export function createPersonalizer(ports: PersonalizerPorts): Personalizer {
  const { fault, notify, ready, situation, window } = ports;
  const runs = new Map<Element, Run>();
  const settle = (run: Run, now: ReturnType<SituationNow>, fresh?: boolean): void => {
    if (!ready()) return;
    const { element } = run.markup;
    // Not before: until now boot.js may hide it.
    run.unwatch ??= watchSeen(element, () => {
      run.seen = true;
      if (run.decision) notify({ kind: "seen", run, decision: run.decision });
    });
    if (!now) return setState(element, "no-consent");
    const before = run.decision;
    if (before?.state === "conflict") return;
    const personalized = [...runs.values()].filter((other) => other !== run && other.shown).length;
    const decision = decide(run.spec, { ...now, page: { slots: runs.size, personalized } });
    if (before && before.variant === decision.variant) return;
    const stays = run.seen || (!fresh && isPainted(window, element));
    if (!stays || isMuted(decision, before?.variant)) apply(run, decision);
    else if (!before) apply(run, without(decision, "timeout"));
  };
  const apply = (run: Run, decision: Decision): void => {
    const { markup, decision: before } = run;
    run.shown?.revert();
    run.decision = decision;
    run.shown =
      decision.variant === undefined
        ? undefined
        : show(markup, decision.variant, { fault, onConflict: () => apply(run, without(decision, "conflict")) });
    setState(markup.element, decision.state);
    emitSlot(markup.element, decision);
    if (!before) notify({ kind: "met", run, decision });
  };
  return {
    runs,
    add(element, fresh) {
      const markup = runs.has(element) ? undefined : readSlot(element, fault);
      if (!markup) return;
      const run: Run = { markup, spec: specOf(markup, fault), seen: false };
      runs.set(element, run);
      settle(run, situation(), fresh);
    },
    drop(element) {
      const run = runs.get(element);
      run?.unwatch?.();
      run?.shown?.revert();
      runs.delete(element);
    },
    decideAll() {
      const now = situation();
      for (const run of runs.values()) settle(run, now);
    },
    revertAll() {
      for (const run of runs.values()) {
        run.shown?.revert();
        run.shown = run.decision = undefined;
        setState(run.markup.element, "no-consent");
      }
    },
    stop: () => runs.forEach((run) => run.unwatch?.()),
  };
}

/** The decision, but the default stays: it came too late, or the page's own script insists. */
const without = ({ slot, arm, reason }: Decision, state: Decision["state"]): Decision => ({ slot, arm, reason, state });

/** The visitor's own "not interested" takes effect at once, seen or not. */
const isMuted = ({ reason }: Decision, variant: string | undefined): boolean =>
  reason.skipped.some((skipped) => skipped.variant === variant && skipped.rule === "muted");

/** Whether the slot's content has been painted where the visitor looks: then it stays for this page view. */
function isPainted(window: Window, element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return (
    top < window.innerHeight &&
    bottom > 0 &&
    window.performance.getEntriesByType("paint").length > 0 &&
    window.getComputedStyle(element).visibility !== "hidden"
  );
}
