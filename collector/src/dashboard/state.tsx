import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "./language.js";
import type { Finding } from "./verdict.js";
import type { View } from "./view.js";

type States = Readonly<Record<Finding["state"], string>>;

const en: States = {
  up: "clear effect",
  down: "clear negative effect",
  differs: "clear difference",
  alike: "no clear difference",
  none: "no clear effect",
  early: "not enough data",
  unknown: "not measured",
  uneven: "uneven groups",
};

const de: States = {
  up: "klare Wirkung",
  down: "klare negative Wirkung",
  differs: "klarer Unterschied",
  alike: "kein klarer Unterschied",
  none: "keine klare Wirkung",
  early: "zu wenig Daten",
  unknown: "nicht gemessen",
  uneven: "ungleiche Gruppen",
};

const texts: Readonly<Record<Language, States>> = { en, de };
const signs: States = {
  up: "▲ ",
  down: "▼ ",
  differs: "◆ ",
  alike: "",
  none: "",
  early: "",
  unknown: "",
  uneven: "⚠ ",
};

/** A slot's state, told by its words; sign and colour only repeat them. */
export function State({ view, state }: { view: View; state: Finding["state"] }): JSX.Element {
  return (
    <span class={`state ${state}`}>
      <span aria-hidden="true">{signs[state]}</span>
      {texts[view.language][state]}
    </span>
  );
}
