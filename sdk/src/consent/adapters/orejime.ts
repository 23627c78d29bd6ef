import type { ConsentAdapter } from "../adapter.js";
import { categoryReader } from "./categories.js";
import type { AdapterOptions } from "./vanilla-cookieconsent.js";

/** A purpose, or a group of purposes. */
interface Purpose {
  id: string;
  isMandatory?: boolean;
  isExempt?: boolean;
  purposes?: readonly Purpose[];
}

/** What is used of Orejime 3 (https://github.com/boscop-fr/orejime#api). */
interface Orejime {
  config?: { purposes?: readonly Purpose[] };
  /** https://github.com/boscop-fr/orejime/blob/main/src/core/Manager.ts */
  manager?: Partial<{
    /** Whether answers are missing. */
    isDirty(): boolean;
    /** What is saved (toggles not saved yet are those of a copy), or the default. */
    getConsent(id: string): unknown;
    on(event: "dirty", changed: () => void): void;
    off(event: "dirty", changed: () => void): void;
  }>;
  prompt?(): void;
}

/** Ids of what the visitor is asked about: not of what is mandatory, nor of what is exempt, allowed until refused. */
const asked = (purposes: readonly Purpose[]): string[] =>
  purposes.flatMap(({ id, isExempt, isMandatory, purposes: group }) =>
    group ? asked(group) : isExempt || isMandatory ? [] : id,
  );

/** Reads Orejime 3, where its instance is the page's global `orejime`. */
export function orejime({ window, log, purposes = {} }: AdapterOptions): ConsentAdapter {
  const id = "orejime";
  const banner = (): Orejime | undefined => (window as { orejime?: Orejime }).orejime;
  const manager = (): Orejime["manager"] => banner()?.manager;
  const readCategories = categoryReader(id, purposes, log);
  return {
    id,
    // An element may have the same name.
    detect: () => typeof manager()?.getConsent === "function",
    read() {
      const all = banner()?.config?.purposes;
      if (manager()?.isDirty?.() !== false || !all) return {};
      return readCategories(asked(all), (name) => manager()?.getConsent?.(name));
    },
    expired: () => manager()?.isDirty?.() === true,
    subscribe(changed) {
      const heard = manager();
      // Comes after every `update`, in which a first choice still counts as missing.
      heard?.on?.("dirty", changed);
      return () => heard?.off?.("dirty", changed);
    },
    openPreferences: () => banner()?.prompt?.(),
  };
}
