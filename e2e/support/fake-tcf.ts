/** What is said of a TCF event here; see the specification of the CMP API, "TCData". */
export interface TcEvent {
  eventStatus: "tcloaded" | "cmpuishown" | "useractioncomplete";
  gdprApplies?: boolean | undefined;
  publisher: { consents: Record<string, boolean> };
}

declare global {
  interface Window {
    /** Lets the fake CMP tell its listeners of an event. */
    tellTcf?: (event: TcEvent) => void;
  }
}

/**
 * Puts a contract fake of a TCF banner on the page, which says what no real one can be brought to say; runs in the page.
 * https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework/blob/master/TCFv2/IAB%20Tech%20Lab%20-%20CMP%20API%20v2.md
 */
export function fakeTcf(first: TcEvent): void {
  let now = first;
  const listeners: ((data: object, success: boolean) => void)[] = [];
  window.__tcfapi = (command, _version, callback) => {
    if (command !== "addEventListener") return;
    listeners.push(callback as (typeof listeners)[number]);
    listeners.at(-1)?.({ ...now, listenerId: listeners.length }, true);
  };
  window.tellTcf = (event) => {
    now = event;
    listeners.forEach((listener, at) => listener({ ...event, listenerId: at + 1 }, true));
  };
}
