import fc from "fast-check";
import { test } from "vitest";
import type { Grant, Purpose } from "../kernel/index.js";
import { purposes, type ConsentState, type Reading } from "./choice.js";
import type { Consent } from "./consent.js";
import { createEar, type Ear } from "./ear.js";
import { createConsent } from "./machine.js";

type Event =
  | { kind: "set"; reading: Reading }
  | { kind: "hear"; source: string; reading: Reading }
  | { kind: "restore"; source: string; version: string; reading: Reading }
  | { kind: "reset"; source: string }
  | { kind: "withdraw" }
  | { kind: "tab"; purpose: Purpose; state: ConsentState; age: number };

const state = fc.constantFrom<ConsentState>("unknown", "granted", "denied");
const reading = fc.record({ personalization: state, statistics: state }, { requiredKeys: [] });
const source = fc.constantFrom("a", "b");
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ kind: fc.constant("set" as const), reading }),
  fc.record({ kind: fc.constant("hear" as const), source, reading }),
  fc.record({
    kind: fc.constant("restore" as const),
    source: fc.constantFrom("a", "manual"),
    version: fc.constantFrom("", "old"),
    reading,
  }),
  fc.record({ kind: fc.constant("reset" as const), source }),
  fc.constant({ kind: "withdraw" as const }),
  fc.record({
    kind: fc.constant("tab" as const),
    purpose: fc.constantFrom(...purposes),
    state,
    age: fc.integer({ min: -2, max: 3 }),
  }),
);

function apply({ consent, ear, now }: Run, event: Event): void {
  const whole = { personalization: "unknown", statistics: "unknown" } as const;
  if (event.kind === "set") consent.set(event.reading);
  else if (event.kind === "hear") ear.hear(event.source, event.reading);
  else if (event.kind === "reset") ear.reset(event.source);
  else if (event.kind === "withdraw") consent.withdraw();
  else if (event.kind === "restore") {
    const { source, version: policyVersion, reading } = event;
    consent.restore({ v: 1, purposes: { ...whole, ...reading }, at: now - 1, source, policyVersion });
  } else ear.hearTab({ purpose: event.purpose, state: event.state, at: now - event.age, epoch: 0 });
}

interface Run {
  consent: Consent;
  ear: Ear;
  now: number;
  /** Every permission ever handed out, and whether its purpose has ended since. */
  grants: { grant: Grant<Purpose>; ended: boolean }[];
}

/** Applies the events one by one, collecting permissions; `check` runs after each. */
function play(events: readonly Event[], check: (run: Run, event: Event) => void): boolean {
  const run: Run = { now: 1000, grants: [] } as unknown as Run;
  run.consent = createConsent({ clock: () => run.now, log: () => undefined, gpc: false });
  run.ear = createEar(run.consent);
  const { consent } = run;
  consent.on(({ after, erase }) => {
    for (const one of run.grants) {
      if (erase || after[one.grant.purpose] !== "granted") one.ended = true;
      if (one.ended && consent.gate.isLive(one.grant)) throw new Error("alive when listeners run");
    }
  });
  for (const one of events) {
    run.now++;
    apply(run, one);
    check(run, one);
    for (const purpose of purposes) {
      const grant = consent.gate.grant(purpose);
      if (grant) run.grants.push({ grant, ended: false });
    }
  }
  return true;
}

const assertThat = (condition: boolean, words: string): void => {
  if (!condition) throw new Error(words);
};

const holds = (check: (run: Run, event: Event) => void): void =>
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => play(events, check)),
    { numRuns: 1000 },
  );

test("no permission lives outside the granted state, and none that has ended lives again", () => {
  holds(({ consent, grants }) => {
    for (const { grant, ended } of grants) {
      const live = consent.gate.isLive(grant);
      assertThat(!live || consent.get()[grant.purpose] === "granted", "live outside granted");
      assertThat(!(live && ended), "live again after its end");
    }
    for (const purpose of purposes) {
      const open = consent.gate.grant(purpose) !== undefined;
      assertThat(open === (consent.get()[purpose] === "granted"), "gate and state differ");
    }
  });
});

test("after a withdrawal only the visitor's own grant opens the gate again", () => {
  const own = new Map<Purpose, ConsentState>();
  holds(({ consent, now }, one) => {
    if (now === 1001) own.clear();
    if (one.kind === "withdraw") for (const purpose of purposes) own.set(purpose, "denied");
    if (one.kind === "set") {
      for (const purpose of purposes) {
        const said = one.reading[purpose];
        if (said) own.set(purpose, said);
      }
    }
    for (const purpose of purposes) {
      assertThat(own.get(purpose) !== "denied" || consent.get()[purpose] === "denied", "denial undone");
    }
  });
});

test("no grant without anyone having said granted", () => {
  let said = new Set<Purpose>();
  holds(({ consent, now }, one) => {
    if (now === 1001) said = new Set();
    const words = "reading" in one ? one.reading : {};
    for (const purpose of purposes) {
      if (words[purpose] === "granted") said.add(purpose);
      assertThat(said.has(purpose) || consent.get()[purpose] !== "granted", "granted out of nothing");
    }
  });
});

test("a record, read again, gives the state it was made of", () => {
  holds(({ consent, now }) => {
    const record = consent.record();
    if (!record) return;
    const next = createConsent({ clock: () => now, log: () => undefined, gpc: false });
    next.restore(record);
    for (const purpose of purposes) assertThat(next.get()[purpose] === consent.get()[purpose], "differs");
  });
});
