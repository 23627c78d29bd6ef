import type { Facts, Test } from "../audiences/index.js";
import { facts as interestFacts, type Policy, type Profile } from "../interests/index.js";

/** What the page told about itself; kept in memory for this page view only. */
export interface PageFacts {
  type?: string;
  topics?: readonly string[];
}

/** What facts are put together from. */
export interface FactSources {
  profile: Profile;
  policy: Partial<Policy>;
  personas: readonly (readonly [string, Test])[];
  page: PageFacts;
  now: number;
  window: Window;
}

/**
 * All facts a condition may use, on this device, now.
 * `time.weekday` is 1 (Monday) to 7 (Sunday), as in ISO 8601; `time.hour` is 0 to 23, both in the visitor's time zone.
 */
export function gatherFacts({ profile, policy, personas, page, now, window }: FactSources): Facts {
  const date = new Date(now);
  const { location, navigator } = window;
  const facts = {
    ...interestFacts(profile, now, policy),
    page: { ...page, path: location.pathname },
    device: { mobile: window.matchMedia("(max-width: 640px)").matches, language: navigator.language },
    time: { hour: date.getHours(), weekday: date.getDay() || 7 },
  };
  return { ...facts, persona: personas.find(([, test]) => test(facts))?.[0] };
}
