import type { ConsentAdapter } from "../adapter.js";
import type { AdapterOptions } from "./vanilla-cookieconsent.js";

/** A section's fields, or those of its segments. */
type Section = Readonly<Record<string, unknown>>;

/** What is used of the platform's event and its `PingReturn`. */
interface GppEvent {
  listenerId?: number;
  pingData?: {
    signalStatus?: unknown;
    parsedSections?: Readonly<Record<string, Section | readonly Section[] | null>> | null;
  };
}

type Gpp = (
  command: string,
  callback: (event: GppEvent | null | undefined) => void,
  listener?: number,
) => void;

const optOuts = ["SaleOptOut", "SharingOptOut", "TargetedAdvertisingOptOut"];

/**
 * Reads the opt-outs of the IAB Global Privacy Platform's US sections (Europe's is the TCF adapter's). It never grants: that
 * somebody "did not opt out" is not a choice. An opt-out in any of them denies both purposes; what Global Privacy Control
 * means is for the shop's own mode to say. The sections speak of selling, sharing and advertising, which a profile on the
 * device is not; but who refuses those has said no to being profiled, and would not expect this site to go on.
 * https://github.com/InteractiveAdvertisingBureau/Global-Privacy-Platform/blob/main/Core/CMP%20API%20Specification.md
 */
export function gpp({ window }: AdapterOptions): ConsentAdapter {
  const page = window as { __gpp?: Gpp };
  let last: GppEvent | null | undefined;
  return {
    id: "gpp",
    detect: () => typeof page.__gpp === "function",
    read() {
      const { signalStatus, parsedSections } = last?.pingData ?? {};
      // Not ready, it may be about to change.
      if (signalStatus !== "ready" || !parsedSections) return {};
      const refused = Object.entries(parsedSections).some(
        ([name, section]) => name.startsWith("us") && [section].flat().some(refuses),
      );
      const state = refused ? "denied" : "unknown";
      return { personalization: state, statistics: state };
    },
    subscribe(changed) {
      page.__gpp?.("addEventListener", (event) => {
        last = event;
        changed();
      });
      return () => page.__gpp?.("removeEventListener", () => undefined, last?.listenerId);
    },
  };
}

const refuses = (fields: Section | null | undefined): boolean => optOuts.some((name) => fields?.[name] === 1);
