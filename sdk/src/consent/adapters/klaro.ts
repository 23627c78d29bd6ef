import type { Stop } from "../../kernel/index.js";
import type { ConsentAdapter } from "../adapter.js";
import { categoryReader } from "./categories.js";
import type { AdapterOptions } from "./vanilla-cookieconsent.js";

interface Service {
  name: string;
  purposes?: readonly string[];
  required?: boolean;
}

/** What is used of Klaro's manager (https://github.com/kiprotect/klaro/blob/master/src/consent-manager.js). */
interface Manager {
  /** `true` where there is a choice, for all services. */
  confirmed: unknown;
  config: { services: readonly Service[]; required?: boolean };
  /** By service, as they were last saved; `getConsent` also gives what is toggled in a dialog still open. */
  savedConsents: Readonly<Record<string, unknown>>;
  watch(watcher: object): void;
  unwatch(watcher: object): void;
}

interface Klaro {
  /** Nothing before Klaro is set up; an element with the id klaro has none either. */
  defaultConfig?: unknown;
  getManager(): Manager;
  show(config: undefined, modal: boolean): void;
}

/** Reads Klaro 0.7. A service stands for a purpose by its name or by one of its `purposes`. */
export function klaro({ window, log, purposes = {} }: AdapterOptions): ConsentAdapter {
  const id = "klaro";
  const page = window as { klaro?: Partial<Klaro> };
  const manager = (): Manager | undefined => page.klaro?.getManager?.();
  const readCategories = categoryReader(id, purposes, log);
  return {
    id,
    // The manager, made by who asks first, looks once for the elements it has to let through.
    detect: () => window.document.readyState !== "loading" && !!page.klaro?.defaultConfig,
    read() {
      const { confirmed, config, savedConsents } = manager() as Manager;
      if (confirmed !== true) return {};
      // Required services are not the visitor's choice.
      const chosen = config.services.filter(({ required = config.required }) => !required);
      const labels = Object.fromEntries(chosen.map(({ name, purposes = [] }) => [name, purposes]));
      return readCategories(Object.keys(labels), (name) => savedConsents[name], labels);
    },
    expired: () => manager()?.confirmed === false,
    subscribe(changed): Stop {
      const watcher = { update: changed };
      manager()?.watch(watcher);
      return () => manager()?.unwatch(watcher);
    },
    openPreferences: () => page.klaro?.show?.(undefined, true),
  };
}
