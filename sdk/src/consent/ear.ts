import type { Stop } from "../kernel/index.js";
import { perPurpose, purposes, type ConsentState, type Reading } from "./choice.js";
import type { Consent, TabNotice } from "./consent.js";
import type { Said } from "./precedence.js";

/** Hears those who speak for the visitor: consent banners, and the site's other tabs. */
export interface Ear {
  /** What an adapter reads. A missing purpose says nothing; `unknown` takes the adapter's earlier word back. */
  hear: (source: string, reading: Reading) => void;
  /** The banner has been reset or its consent has expired: what rested on its grant is erased, and it asks again. */
  reset: (source: string) => void;
  /** A notice from another tab. A denial sticks until the visitor acts again or the page is loaded again. */
  hearTab: (notice: TabNotice) => void;
  stop: Stop;
}

/** Where a source stands among the others; lower comes first. */
type Rank = (source: string) => number;

/** What the ear remembers of one purpose. */
interface Memory {
  said: Said;
  /** When the visitor last acted, here or by a withdrawal elsewhere. */
  latest: number;
  /** Whether an adapter has spoken on this page. */
  heard: boolean;
  /** Adapters asked again: without a grant since the last withdrawal elsewhere. */
  asked: Set<string>;
}

/**
 * Gives the consent machine its ear.
 * @param rank order of the sources: of several that say the same, the one with the lowest rank is named in the record
 * @example
 * const ear = createEar(consent);
 * ear.hear("klaro", { statistics: "granted" });
 */
export function createEar({ voices, settle, on }: Consent, rank: Rank = () => 0): Ear {
  const memories = perPurpose((purpose): Memory => ({
    said: voices[purpose],
    latest: 0,
    heard: false,
    asked: new Set(),
  }));
  const stop = on(({ source, tell }) => {
    for (const { purpose, at } of tell) memories[purpose].latest = at;
    if (source === "record") for (const purpose of purposes) memories[purpose].asked.clear();
  });
  return {
    hear(source, reading) {
      const acted = purposes.filter((purpose) => hearWord(memories[purpose], source, reading[purpose]));
      for (const { said } of Object.values(memories)) arrange(said, rank);
      settle({ source, acted });
    },
    reset(source) {
      const erase = purposes.some((purpose) => voices[purpose].get(source) === "granted");
      for (const { said, asked } of Object.values(memories)) {
        said.delete(source);
        asked.add(source);
      }
      settle({ source, erase });
    },
    hearTab(notice) {
      if (!purposes.includes(notice.purpose)) return;
      hearNotice(memories[notice.purpose], notice);
      settle({ source: "tab", at: notice.at });
    },
    stop,
  };
}

/** @returns whether the visitor must just have chosen it: only a banner that has stopped saying "granted" can newly grant. */
function hearWord(memory: Memory, source: string, state: ConsentState | undefined): boolean {
  const { said, asked, heard } = memory;
  if (!state) return false;
  if (!heard) forgetRecord(said);
  memory.heard = true;
  said.set(source, state);
  if (state !== "granted") asked.add(source);
  // One that just repeats it may be stale.
  const acted = state === "granted" && asked.delete(source);
  if (acted) said.delete("tab");
  return acted;
}

function hearNotice(memory: Memory, { state, at }: TabNotice): void {
  const { said, asked, latest } = memory;
  if (state === "denied" && at >= latest) {
    memory.latest = at;
    asked.clear();
    said.set("tab", "denied");
  } else if (state === "granted" && at > latest) {
    said.delete("tab");
  }
}

/** Puts the voices in order; the visitor's own comes first always. */
function arrange(said: Said, rank: Rank): void {
  const [own, ...others] = said;
  const sorted = others.sort(([a], [b]) => rank(a) - rank(b));
  said.clear();
  for (const [source, state] of [own, ...sorted] as (typeof others)[number][]) said.set(source, state);
}

/** The record's word of a banner stands only until a banner speaks. */
function forgetRecord(said: Said): void {
  for (const source of said.keys()) if (source !== "manual" && source !== "tab") said.delete(source);
}
