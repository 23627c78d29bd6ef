import { decide, type Decision, type Situation, type SlotSpec } from "../decisions/index.js";
import type { Stop } from "../kernel/index.js";
import {
  emitSlot,
  isPainted,
  readSlot,
  setState,
  show,
  watchSeen,
  type Shown,
  type SlotMarkup,
} from "../slots/index.js";
import type { Settings } from "./settings.js";
import { specOf, type ReadingPorts } from "./slot-spec.js";

/** One slot of this page view. */
export interface Run {
  markup: SlotMarkup;
  /** Missing as long as its conditions cannot be read. */
  spec?: SlotSpec | undefined;
  decision?: Decision | undefined;
  shown?: Shown | undefined;
  /** Since when it can have been painted, on the timeline's clock. */
  since: number;
  seen: boolean;
  /** The default was shown for want of consent: it stays, whatever comes later. */
  unasked?: boolean;
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
  /**
   * Takes a slot that is whole, and since when it can have been painted, on the timeline's clock.
   * @returns whether it is one
   */
  add(element: HTMLElement, since: number): boolean;
  /** Forgets a slot that has left the page. */
  drop(element: HTMLElement): void;
  /** Decides every slot that may still change. */
  decideAll(now: ReturnType<SituationNow>): void;
  /** Puts every default back and forgets the decisions. */
  revertAll(): void;
  stop(): void;
}

/** What the personalizer asks for; looked up at each use, so that a later stage may take over. */
export interface PersonalizerPorts extends ReadingPorts {
  window: Window;
  /** Whether it is already known that there may or may not be a decision; until then slots keep waiting. */
  readonly ready: boolean;
  situation: SituationNow;
  notify: (event: SlotEvent) => void;
  readonly settings: Pick<Settings, "manifest">;
  /** Whether nothing can be decided yet. */
  waits: () => boolean;
  /** Asks for what it takes to read the others; all is decided again when it has come. */
  need: () => void;
}

/** Makes the personalizer of one page view. */
export function createPersonalizer(ports: PersonalizerPorts): Personalizer {
  const runs = new Map<Element, Run>();
  const settleAll = (all: readonly Run[], now: Now): void => {
    // All are measured before one is changed, so that the page is laid out once.
    const painted = all.map(({ markup, since }) => isPainted(ports.window, markup.element, since));
    all.forEach((run, at) => {
      const personalized = [...runs.values()].filter((other) => other !== run && other.shown).length;
      const page = { slots: runs.size, personalized };
      settle(ports, run, now && { ...now, page }, painted[at]);
    });
  };
  return {
    runs,
    add(element, since) {
      if (runs.has(element)) return true;
      const markup = readSlot(element, ports.fault);
      if (!markup) return false;
      runs.set(element, { markup, since, seen: false });
      // Those before it may have waited for one more slot on the page.
      settleAll(
        [...runs.values()].filter(({ decision }) => !decision),
        ports.situation(),
      );
      return true;
    },
    drop(element) {
      const run = runs.get(element);
      run?.unwatch?.();
      run?.shown?.revert();
      runs.delete(element);
    },
    decideAll: (now) => settleAll([...runs.values()], now),
    revertAll() {
      for (const run of runs.values()) {
        run.shown?.revert();
        run.shown = run.decision = undefined;
        setState(run.markup.element, "no-consent");
      }
    },
    stop() {
      for (const run of runs.values()) {
        run.unwatch?.();
        run.shown?.stop();
      }
    },
  };
}

type Now = ReturnType<SituationNow>;

/** Decides a slot, unless what it shows has to stay. */
function settle(ports: PersonalizerPorts, run: Run, now: Situation | undefined, painted = false): void {
  if (!ports.ready) return;
  if (!run.spec) {
    run.markup = { ...run.markup, ...ports.settings.manifest.slots?.[run.markup.name] };
    run.spec = specOf(run.markup, ports);
  }
  if (now && (!run.spec || ports.waits())) return ports.need();
  const { element } = run.markup;
  const before = run.decision;
  // Not before: until now boot.js may hide it.
  run.unwatch ??= watchSeen(element, () => {
    run.seen = true;
    if (run.decision) ports.notify({ kind: "seen", run, decision: run.decision });
  });
  if (!now || !run.spec) {
    run.unasked = true;
    return setState(element, "no-consent");
  }
  if (before?.state === "conflict") return;
  const decision = decide(run.spec, now);
  if (before && before.variant === decision.variant) return;
  // Never every slot of a page: while it is parsed, one more may come.
  if (decision.reason.rule === "dose" && ports.window.document.readyState === "loading") return;
  if (!(run.seen || painted) || isMuted(decision, before?.variant)) apply(ports, run, decision);
  else if (!before && !run.unasked) apply(ports, run, without(decision, "timeout"));
}

/** Shows what was decided. */
function apply(ports: PersonalizerPorts, run: Run, decision: Decision): void {
  const { markup, decision: before } = run;
  const { fault, notify } = ports;
  const onConflict = (): void => apply(ports, run, without(decision, "conflict"));
  run.shown?.revert();
  run.decision = decision;
  run.shown = show(markup, decision.variant, { fault, onConflict });
  setState(markup.element, decision.state);
  emitSlot(markup.element, decision);
  if (!before) notify({ kind: "met", run, decision });
}

/** The decision, but the default stays: it came too late, or the page's own script insists. */
const without = ({ variant: _, ...decision }: Decision, state: Decision["state"]): Decision => ({
  ...decision,
  state,
});

/** The visitor's own "not interested" takes effect at once, seen or not. */
const isMuted = ({ reason }: Decision, variant: string | undefined): boolean =>
  reason.skipped.some((skipped) => skipped.variant === variant && skipped.rule === "muted");
