import type { ConsentAdapter } from "../adapter.js";
import { wordAdapter } from "./listen.js";
import type { AdapterOptions } from "./vanilla-cookieconsent.js";

/** The statuses in which the data are the visitor's choice; while the dialog is open they are not. */
const settled = ["tcloaded", "useractioncomplete"];

type Consents = Readonly<Record<string, unknown>>;

/** What is used of `TCData`. */
interface TcData {
  eventStatus: string;
  gdprApplies?: boolean;
  listenerId?: number;
  publisher?: { consents?: Consents; customPurpose?: { consents?: Consents } };
}

type TcfApi = (
  command: string,
  version: 2,
  callback: (data: TcData | null | undefined, success: boolean) => void,
  listener?: number,
) => void;

/**
 * Reads a banner of the IAB Transparency & Consent Framework 2.2 and 2.3: what the visitor allows the publisher, not its
 * vendors. That is to store on the device; to build a profile and to select content by it; to measure content and to
 * understand audiences. The merchant's map names the publisher's own purposes instead, by their numbers.
 * https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework/blob/master/TCFv2/IAB%20Tech%20Lab%20-%20CMP%20API%20v2.md
 */
export function tcf({ window, purposes = {} }: AdapterOptions): ConsentAdapter {
  const page = window as { __tcfapi?: TcfApi };
  let publisher: TcData["publisher"];
  let listener: number | undefined;
  return wordAdapter(purposes, {
    id: "tcf",
    categories: { personalization: ["1", "5", "6"], statistics: ["1", "8", "9"] },
    words: [true, false],
    detect: () => !!page.__tcfapi,
    say(name, purpose) {
      const consents = publisher?.consents;
      const custom = publisher?.customPurpose?.consents;
      // A segment without a consent cannot be told from one that is not used.
      const used = Object.values({ ...consents, ...custom }).some((word) => word === !!word);
      // By the specification a purpose not listed has no consent; lists end with their last consent.
      return (purposes[purpose] ? custom : consents)?.[name] ?? (used ? false : publisher && "");
    },
    subscribe(changed) {
      page.__tcfapi?.("addEventListener", 2, (data, success) => {
        listener = data?.listenerId;
        if (success && data?.gdprApplies === true && settled.includes(data.eventStatus)) {
          publisher = data.publisher ?? {};
          changed();
        }
      });
      return () => page.__tcfapi?.("removeEventListener", 2, () => undefined, listener);
    },
  });
}
