import type { ConsentAdapter } from "../adapter.js";
import { categoryReader } from "./categories.js";
import { asAnnounced } from "./listen.js";
import type { AdapterOptions } from "./vanilla-cookieconsent.js";

/** What is used of the settings: which groups there are, and whether they are off until the visitor agrees. */
interface DomainData {
  Groups?: readonly { CustomGroupId: string; Status?: string }[];
  ConsentModel?: { Name?: string };
}

/** What is used of OneTrust (https://developer.onetrust.com/onetrust/docs/javascript-events-guide). */
interface OneTrust {
  /** Whether the visitor has answered. */
  IsAlertBoxClosed(): boolean;
  GetDomainData(): DomainData | null;
  ToggleInfoDisplay(): void;
}

/** OneTrust's own groups: functional and performance cookies. */
const groups = { personalization: ["C0003"], statistics: ["C0002"] };

/** Reads OneTrust. The merchant's map has the ids of groups of the merchant's own. */
export function oneTrust({ window, log, purposes }: AdapterOptions): ConsentAdapter {
  const id = "onetrust";
  const page = window as { OneTrust?: Partial<OneTrust>; OnetrustActiveGroups?: unknown };
  const closed = (): unknown => page.OneTrust?.IsAlertBoxClosed?.();
  const map = { ...groups, ...purposes };
  const readCategories = categoryReader(id, map, log);
  return {
    id,
    announcedBy: ["OneTrustGroupsUpdated", "OTConsentApplied"],
    detect: () => typeof page.OneTrust?.IsAlertBoxClosed === "function",
    read() {
      const active = page.OnetrustActiveGroups;
      if (closed() !== true || typeof active !== "string") return {};
      const { Groups, ConsentModel } = page.OneTrust?.GetDomainData?.() ?? {};
      // "Always active" is not the visitor's choice.
      const asked = Groups?.filter(({ Status }) => !/^always/i.test(String(Status)));
      const names = asked?.map(({ CustomGroupId }) => CustomGroupId) ?? Object.values(map).flat();
      // Where groups are active until refused, a closed notice is no yes.
      const yes = (ConsentModel?.Name ?? "opt-in") === "opt-in" || undefined;
      return readCategories(names, (name) => active.split(",").includes(name) && yes);
    },
    expired: () => typeof page.OnetrustActiveGroups === "string" && closed() === false,
    subscribe: asAnnounced,
    openPreferences: () => page.OneTrust?.ToggleInfoDisplay?.(),
  };
}
