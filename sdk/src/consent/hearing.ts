import type { Clock, Purpose } from "../kernel/index.js";
import { purposes, type Reading } from "./choice.js";
import type { Consent, TabNotice } from "./consent.js";
import type { Voices } from "./precedence.js";
import { asRecord } from "./record.js";

/** What brought a change about. */
export interface Cause {
  source: string;
  /** Purposes about which the visitor has just acted in this tab. */
  acted?: readonly Purpose[];
  /** Whether the device has to be emptied whatever has changed. */
  erase?: boolean;
  at?: number;
}

/** What taking in a word needs. */
export interface Ear {
  voices: Voices;
  clock: Clock;
  policyVersion: string;
  /** Weighs the voices again and tells of the change. */
  settle: (cause: Cause) => void;
  /** The device has been read and holds nothing. */
  nothingKept: () => void;
}

/** What has happened in this tab. */
interface Memory {
  actedAt: Map<Purpose, number>;
  /** Adapters and purposes asked again: without a grant since the last withdrawal elsewhere. */
  open: Set<string>;
}

/** Takes in everyone's word. */
export function createEar(ear: Ear): Omit<Consent, "get" | "on" | "record" | "gate"> {
  const memory: Memory = { actedAt: new Map(), open: new Set() };
  const set = (choice: Reading): void => hearVisitor(ear, memory, choice);
  return {
    set,
    withdraw: () => set({ personalization: "denied", statistics: "denied" }),
    hear: (source, reading) => hearAdapter(ear, memory, { source, reading }),
    reset: (source) => resetAdapter(ear, memory, source),
    restore: (found) => restore(ear, found),
    hearTab: (notice) => hearTab(ear, memory, notice),
  };
}

function act({ voices, clock }: Ear, { actedAt }: Memory, reading: Reading): void {
  for (const purpose of purposes) {
    if (reading[purpose] !== undefined) actedAt.set(purpose, clock());
    if (reading[purpose] === "granted") voices.elsewhere.delete(purpose);
  }
}

function hearVisitor(ear: Ear, memory: Memory, choice: Reading): void {
  act(ear, memory, choice);
  ear.voices.own = explicit({ ...ear.voices.own, ...choice });
  ear.settle({ source: "manual", acted: purposes.filter((purpose) => choice[purpose] !== undefined) });
}

function hearAdapter(
  ear: Ear,
  memory: Memory,
  { source, reading }: { source: string; reading: Reading },
): void {
  const { voices, settle } = ear;
  // Only a banner that has stopped saying "granted" can newly grant; one that just repeats it may be stale.
  const acted = purposes.filter((purpose) => {
    if (reading[purpose] === "granted") return memory.open.delete(keyOf(source, purpose));
    if (reading[purpose]) memory.open.add(keyOf(source, purpose));
    return false;
  });
  for (const purpose of acted) act(ear, memory, { [purpose]: "granted" });
  voices.heard.set(source, { ...voices.heard.get(source), ...reading });
  voices.restored = unheard(voices.restored, voices);
  settle({ source, acted });
}

function resetAdapter({ voices, settle }: Ear, { open }: Memory, source: string): void {
  const restored = voices.restoredFrom === source ? voices.restored : {};
  const said = [restored, voices.heard.get(source) ?? {}].flatMap((reading) => Object.values(reading));
  voices.heard.delete(source);
  if (voices.restoredFrom === source) voices.restored = {};
  for (const purpose of purposes) open.add(keyOf(source, purpose));
  settle({ source, erase: said.includes("granted") });
}

function restore({ voices, policyVersion, settle, nothingKept }: Ear, found: unknown): void {
  const record = asRecord(found);
  if (found === undefined) nothingKept();
  else if (record?.policyVersion !== policyVersion) settle({ source: "record", erase: true });
  else {
    const { source, at } = record;
    if (source === "manual") voices.own = { ...explicit(record.purposes), ...voices.own };
    else voices.restored = unheard(explicit(record.purposes), voices);
    voices.restoredFrom = source;
    settle({ source, at });
  }
}

function hearTab(
  { voices, settle }: Ear,
  { actedAt, open }: Memory,
  { purpose, state, at }: TabNotice,
): void {
  const { elsewhere } = voices;
  if (!purposes.includes(purpose) || at < (actedAt.get(purpose) ?? 0)) return;
  if (state === "denied") {
    elsewhere.set(purpose, Math.max(at, elsewhere.get(purpose) ?? 0));
    open.clear();
  } else if (state === "granted" && at > (elsewhere.get(purpose) ?? at)) {
    elsewhere.delete(purpose);
  }
  settle({ source: "tab", at });
}

function keyOf(source: string, purpose: Purpose): string {
  return `${source} ${purpose}`;
}

function explicit(reading: Reading): Reading {
  return Object.fromEntries(Object.entries(reading).filter(([, state]) => state !== "unknown"));
}

/** What no adapter has spoken about on this page yet. */
function unheard(reading: Reading, { heard }: Voices): Reading {
  const spoken = [...heard.values()].flatMap((said) => Object.keys(said));
  return Object.fromEntries(Object.entries(reading).filter(([purpose]) => !spoken.includes(purpose)));
}
