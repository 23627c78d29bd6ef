import type { ConsentAdapter } from "../adapter.js";
import { categoryReader, defaultPurposes } from "./categories.js";
import type { AdapterOptions } from "./vanilla-cookieconsent.js";

interface Service {
  needConsent?: boolean;
  defaultState?: unknown;
}

/** What is used of tarteaucitron (https://github.com/AmauriC/tarteaucitron.js, `tarteaucitron.js`). */
interface Tarteaucitron {
  /** The page's services by their keys, once it runs. */
  job: readonly string[];
  /** The services it has already made up its mind about. */
  added: Readonly<Record<string, unknown>>;
  /** By service; missing while it waits for an answer. */
  state: Readonly<Record<string, unknown>>;
  services: Readonly<Record<string, Service>>;
  parameters: { highPrivacy?: boolean; serviceDefaultState?: unknown };
  /** `bypass`: outside the EU, where it allows everything. */
  user: { bypass?: boolean };
  userInterface: { openPanel(): void };
}

/** Reads tarteaucitron, which asks for each service: services stand for purposes by their keys. */
export function tarteaucitron({ window, log, purposes = {} }: AdapterOptions): ConsentAdapter {
  const id = "tarteaucitron";
  const banner = (): Partial<Tarteaucitron> =>
    (window as { tarteaucitron?: Partial<Tarteaucitron> }).tarteaucitron ?? {};
  const readCategories = categoryReader(id, purposes, log);
  // A remembered answer is only told of by its service.
  const keys = Object.values({ ...defaultPurposes, ...purposes }).flat();
  const remembered = keys.map((key) => `${key}_added`);
  /** The page's services, once it has looked for the answers to all of them. */
  const services = (): readonly string[] => {
    const { job = [], added } = banner();
    return job.every((key) => added?.[key] === true) ? job : [];
  };
  /** Whether a yes can only have been given by the visitor, and neither by browsing on nor by the shop's settings. */
  const explicit = (key: string): boolean => {
    const { services, parameters, user } = banner();
    const { needConsent, defaultState = parameters?.serviceDefaultState } = services?.[key] ?? {};
    return parameters?.highPrivacy === true && !user?.bypass && needConsent === true && defaultState !== true;
  };
  return {
    id,
    announcedBy: ["tac.consent_updated"],
    detect: () => typeof banner().state === "object",
    read() {
      const { state } = banner();
      const yes = (key: string): unknown => (explicit(key) ? true : undefined);
      const asked = services();
      return asked[0]
        ? readCategories(asked, (key) => (state?.[key] === true ? yes(key) : state?.[key]))
        : {};
    },
    expired: () => !!services()[0] && services().every((key) => banner().state?.[key] === undefined),
    subscribe(changed) {
      for (const event of remembered) window.document.addEventListener(event, changed);
      return () => remembered.forEach((event) => window.document.removeEventListener(event, changed));
    },
    openPreferences: () => banner().userInterface?.openPanel(),
  };
}
