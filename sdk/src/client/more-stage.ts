import { arrive as arriveWith } from "../interests/arrive.js";
import type { Stop } from "../kernel/index.js";
import { fillText, isPainted, rankList, setState, type SlotState } from "../slots/index.js";
import { arrivalIn, channelIn } from "./arrival.js";
import type { More, Parts } from "./more.js";

export { language } from "../audiences/index.js";
export { rankByResults as best } from "../decisions/index.js";

export const arrive: More["arrive"] = (state, { window, settings, clock }) => {
  const { search, hostname } = window.location;
  const arrival = arrivalIn(search, settings.manifest, clock());
  if (!arrival) return state;
  const channel = channelIn(search, window.document.referrer, hostname);
  return { ...state, profile: arriveWith(state.profile, arrival.id, arrival.until, channel) };
};

/** Makes what keeps the texts and lists of one page view. */
export function createParts(window: Window): Parts {
  const undo = new Map<HTMLElement, Stop | undefined>();
  const settled = (part: HTMLElement, put: Stop | undefined, otherwise: SlotState = "default"): void => {
    undo.set(part, put);
    setState(part, put ? "personalized" : otherwise);
  };
  return {
    settle(part, { declared, interest }, since) {
      if (!part.hasAttribute("data-heim-rank")) {
        undo.get(part)?.();
        settled(part, fillText(part, declared as Record<string, unknown>));
        // A list stays as it was first shown.
      } else if (!undo.has(part)) {
        if (isPainted(window, part, since)) settled(part, undefined, "timeout");
        else settled(part, rankList(part, interest as Record<string, number>));
      }
    },
    revertAll() {
      for (const [part, put] of undo) {
        put?.();
        setState(part, "no-consent");
      }
      undo.clear();
    },
  };
}
