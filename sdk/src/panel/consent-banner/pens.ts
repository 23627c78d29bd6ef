import type { Maker } from "../parts.js";
import { buttonOf } from "../parts.js";
import type { Choice, ConsentState } from "./ports.js";
import type { BannerTexts } from "./texts.js";

/** What banner and dialog are drawn with. */
export interface Pens {
  make: Maker;
  t: BannerTexts;
  get: () => Choice;
  /** Takes the visitor's choice, wherever it was made. */
  decide: (choice: Choice) => void;
  /** Links to the privacy notice; `undefined` where there is none. */
  notice: string | undefined;
}

/** Yes and no, always as a pair of the same style and size. */
export function answersOf({ make, decide }: Pens, accept: string, reject: string): HTMLButtonElement[] {
  const answer = (state: ConsentState) => () => decide({ personalization: state, statistics: state });
  return [
    buttonOf(make, "accept", answer("granted"), accept),
    buttonOf(make, "reject", answer("denied"), reject),
  ];
}

/** A text, followed by the link to the privacy notice. */
export function textWithNotice({ make, t, notice }: Pens, text: string): HTMLElement {
  const link = notice ? [" ", make("a", { part: "notice", href: notice }, t.notice)] : [];
  return make("p", { part: "text" }, text, ...link);
}
