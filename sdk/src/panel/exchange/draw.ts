import { buttonOf, type Maker } from "../parts.js";
import type { ExchangeView, Place } from "./ports.js";
import type { ExchangeTexts } from "./texts.js";

/** What is said, each sentence with the places it is about. */
type Word = readonly [sentence: string, places?: readonly Place[]];
export type Words = readonly Word[];

/** What a view says of the answers: still to be given, or given. */
export function wordsOf(t: ExchangeTexts, { once, later, refused }: ExchangeView, isGiven: boolean): Words {
  const nothing: Word | undefined = isGiven ? [t.toldNothing] : later[0] ? undefined : [t.nothing];
  const words: (Word | undefined)[] = [
    once[0] ? [isGiven ? t.told : t.once, once] : nothing,
    later[0] && [t.later, later],
    refused[0] === undefined ? undefined : [t.refused + refused.join(", ")],
  ];
  return words.filter((word) => word !== undefined);
}

/** The words as elements. */
export const draw = (make: Maker, t: ExchangeTexts, words: Words): Node[] =>
  words.flatMap(([sentence, places = []]) => [
    make("p", { part: "effect" }, sentence),
    ...(places[0]
      ? [make("ul", { part: "places" }, ...places.map((place) => drawPlace(make, t, place)))]
      : []),
  ]);

/** One place. It can be shown, unless that itself would keep it from changing. */
function drawPlace(
  make: Maker,
  t: ExchangeTexts,
  { element, from, to = t.everyone, below, isDone }: Place,
): HTMLElement {
  const hidden = below && !isDone();
  const button = buttonOf(make, "show", () => showPlace(element), t.show);
  button.ariaLabel = `${t.show}: ${to}`;
  const now = make("small", {}, (hidden ? t.below : "") + t.instead + from);
  return make("li", { part: "place" }, to, now, ...(hidden ? [] : [button]));
}

/** Goes to a place and rings it for a moment; by an animation, which no policy forbids and which leaves nothing behind. */
function showPlace(place: HTMLElement): void {
  const ring = { outline: "4px solid #1d4f7a", boxShadow: "0 0 0 9px #fff" };
  place.tabIndex = -1;
  place.addEventListener("blur", () => place.removeAttribute("tabindex"), { once: true });
  place.scrollIntoView({ block: "center" });
  place.focus({ preventScroll: true });
  place.animate([ring, ring], 2500);
}
